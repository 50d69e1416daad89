import type { Bundle, Text } from '../../bundle/schema.js';
import { wordsIn } from '../../bundle/text.js';
import { escapeHtml, plainText } from '../../bundle/plain-text.js';

/** Says a text of a bundle in a language, or as near as there is, without its marks. */
export function sayPlainly(bundle: Bundle, language: string): (text: Text) => string {
  return (text) => plainText(wordsIn(text, language, bundle.language).words, bundle);
}

/** The parts of a page; all but the title and the language are HTML. */
export interface PageParts {
  readonly language: string;
  readonly title: string;
  readonly head: string;
  readonly body: string;
}

/** A whole page. */
export function pageOf({ language, title, head, body }: PageParts): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}
