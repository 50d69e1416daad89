/*
 * Draws the pictures of the built-in bundle: `npm run sample-art`, after a build.
 *
 * From bundle.json and the forms of the elements it writes art/<id>.svg for each dialogue, the series' own mark, its
 * icon, and the picture that goes with a link. The alternative text of each stands in bundle.json, and becomes the
 * title of the drawing. Run it twice and the files are the same.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { light, pairAt, pairs } from '../../dist/styles/art.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const bundle = JSON.parse(readFileSync(at('bundle.json'), 'utf8'));
const tensions = bundle.dialogues.filter(({ tension }) => tension);

/** Two forms side by side, and the light where they overlap; 320 by 160, from 0 0. */
function drawPair(number, name) {
  const [a, b] = pairs[number];
  const form = ({ path }, across, color) =>
    `<path d="${path}" transform="translate(${across} 80)" fill="${color}" stroke="${color}"/>`;
  return `<g stroke-width="12" stroke-linejoin="round">
<mask id="${name}">${form(a, 127, '#fff')}</mask>
${form(a, 127, a.color)}
${form(b, 193, b.color)}
<g mask="url(#${name})">${form(b, 193, light)}</g>
</g>`;
}

function svg({ width, height, box = `0 0 ${width} ${height}`, alt = '' }, content) {
  const escape = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const title = alt && `<title>${escape(alt)}</title>\n`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box}">
${title}${content}
</svg>
`;
}

/** All the pairs on one poster, on paper of the light's own colour, as wide as links ask for. */
function drawPoster() {
  const places = [...pairs.keys()].map((number) => {
    const [column, row] = [number % 3, Math.floor(number / 3)];
    return `<g transform="translate(${8 + column * 400} ${107 + row * 224}) scale(1.2)">${drawPair(number, `pair${number}`)}</g>`;
  });
  return svg(
    { width: 1200, height: 630, alt: bundle.image.alt },
    `<rect width="1200" height="630" fill="#fffaf0"/>\n${places.join('\n')}`,
  );
}

mkdirSync(at('art'), { recursive: true });
for (const dialogue of bundle.dialogues) {
  const number = pairAt(tensions.indexOf(dialogue) + 1);
  const size = { width: 320, height: 160, alt: dialogue.image.alt };
  writeFileSync(at(`art/${dialogue.id}.svg`), svg(size, drawPair(number, 'overlap')));
}
writeFileSync(at('art/series.svg'), svg({ width: 320, height: 160, alt: bundle.title }, drawPair(0, 'overlap')));
writeFileSync(at('art/icon.svg'), svg({ width: 64, height: 64, box: '50 -30 220 220' }, drawPair(0, 'overlap')));

const poster = drawPoster();
const made = spawnSync('rsvg-convert', ['--output', at('art/link.png')], { input: poster });
if (made.error) {
  console.error(
    'To draw the picture for links, install rsvg-convert (Debian and Ubuntu: apt-get install librsvg2-bin).',
  );
  process.exit(1);
}
