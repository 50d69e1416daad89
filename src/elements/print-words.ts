import type { TemplateResult } from 'lit';
import type { Dialogue } from '../bundle/schema.js';
import { printAlone } from '../context/paper.js';
import { button } from './button.js';
import { plain, type Reading } from './reading.js';
import type { TranscriptDesk } from './transcript-desk.js';

/**
 * The button that prints a transcript in large type, all of it. `listen.js` does without: the build puts another file in
 * the place of this one.
 */
export function printWords(desk: TranscriptDesk, { title }: Dialogue, reading: Reading): TemplateResult | '' {
  return button('print-words', reading.phrases.printLarge, async () => {
    await desk.whole();
    const { list } = desk;
    list?.closest('details')?.setAttribute('open', '');
    if (list) printAlone(list, 'large', plain(title, reading));
  });
}
