import { expect, fixture, html } from '@open-wc/testing';
import '../../src/entry/all.js';
import { Network } from '../support/network.js';
import { badBundle, fakePage, readWords, untilState, watchErrors } from '../support/page.js';

interface BadBundle {
  readonly file: string;
  /** The ids that can be shown; `null` when nothing can. */
  readonly keeps: readonly string[] | null;
}

const index = (await (await fetch(badBundle('index.json'))).json()) as readonly BadBundle[];

/** The ids that the author wrote, right or wrong. */
function idsIn(text: string): string[] {
  try {
    const { dialogues } = JSON.parse(text) as { dialogues: { id: unknown }[] };
    return dialogues.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  } catch {
    return [];
  }
}

describe('a page with a wrong bundle', () => {
  let network: Network;
  beforeEach(() => {
    fakePage();
    network = new Network();
  });
  afterEach(() => network.restore());

  it('knows of every way to be wrong', () => {
    expect(index).to.have.length.above(40);
  });

  for (const { file, keeps } of index) {
    it(`shows what it can of ${file}, and says what it cannot`, async () => {
      const src = badBundle(file);
      const ids = [...new Set([...idsIn(await (await fetch(src)).text()), ...(keeps ?? []), 'nobody'])];
      const { errors, stop } = watchErrors();
      try {
        const bundle = await fixture<HTMLElement>(html`
          <dialogue-bundle src=${src}>
            ${ids.map((id) => html`<dialogue-player dialogue=${id}></dialogue-player>`)}
            ${ids.map((id) => html`<prompt-deck dialogue=${id}></prompt-deck>`)}
            <tension-card></tension-card><participant-card></participant-card><participant-list></participant-list>
            <dialogue-transcript></dialogue-transcript>
          </dialogue-bundle>
        `);
        await untilState(bundle, keeps ? 'ready' : 'failed');
        for (const player of bundle.querySelectorAll('dialogue-player')) {
          await untilState(player, keeps?.includes(player.dialogue) ? 'ready' : 'failed');
          expect(readWords(player), player.dialogue).to.match(/\w{3}/);
        }
        for (const element of bundle.querySelectorAll<HTMLElement>(':scope > :not(dialogue-player)')) {
          expect(element.dataset['state'], element.localName).to.be.oneOf(['ready', 'failed']);
          expect(readWords(element), element.localName).to.match(/\w{3}/);
          expect(readWords(element), element.localName).not.to.match(/undefined|\[object|NaN/);
        }
        expect(errors).to.deep.equal([]);
      } finally {
        stop();
      }
    });
  }
});
