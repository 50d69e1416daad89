/*
 * What WordPress does with the HTML of an oEmbed answer from a site that it does not know, as its documentation of
 * `wp_filter_oembed_result` describes it. Written anew for our tests, with the browser's own parser for its `wp_kses`.
 */

/** The elements and attributes that are let through; anything else goes, and the text in it stays. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  blockquote: [],
  iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'],
};

function sift(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('*')) {
    const attributes = allowed[element.localName];
    if (!attributes) {
      element.replaceWith(...element.childNodes);
      continue;
    }
    for (const { name, value } of [...element.attributes]) {
      const isAddress = name === 'src' || name === 'href';
      if (!attributes.includes(name) || (isAddress && !/^https?:/.test(value))) element.removeAttribute(name);
    }
  }
  return body.innerHTML;
}

/**
 * @param html as the oEmbed answer has it
 * @param secret by which WordPress will know the frame's messages
 * @returns what is put into the post; false where nothing is
 */
export function wordpressFilter(html: string, secret: string): string | false {
  const found = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(sift(html));
  if (!found) return false;
  const [, quote = '', frame = ''] = found;
  const known = frame.replace(/ src="([^"]*)"/, ` src="$1#?secret=${secret}" data-secret="${secret}"`);
  const hidden = quote ? ' style="position: absolute; visibility: hidden;"' : '';
  return (
    quote.replace('<blockquote', `<blockquote class="wp-embedded-content" data-secret="${secret}"`) +
    known.replace(
      '<iframe',
      `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${hidden}`,
    )
  );
}
