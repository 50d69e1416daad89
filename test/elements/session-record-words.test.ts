import { expect } from '@open-wc/testing';
import { planAgenda } from '../../src/bundle/agenda.js';
import { parseBundle } from '../../src/bundle/parse.js';
import { asMarkdown, recordOf, type Notes } from '../../src/elements/team-session/session-record-words.js';
import { end, go, newSession } from '../../src/elements/team-session/session.js';
import { phrasesFor } from '../../src/locales/phrases.js';
import { bundleOf, dialogueOf, promptsOf } from '../support/bundles.js';

const noon = new Date(2026, 4, 8, 12).getTime();
const tension = {
  poles: [
    { label: 'Safety', body: 'Nobody comes to harm.' },
    { label: 'Freedom', body: 'Everybody chooses.' },
  ],
};
const noNotes: Notes = { noticed: '', willTry: '', whoWill: '' };

/** The record of a quarter of an hour of which people took the first steps. */
function held({ taken = 8, notes = noNotes, language = 'en-GB', title = 'Being heard' } = {}) {
  const { bundle } = parseBundle(
    bundleOf([dialogueOf('one', { title, tension, prompts: promptsOf('a', 'b') })]),
    location.href,
  );
  const dialogue = bundle!.dialogues[0]!;
  const steps = planAgenda(dialogue, 15);
  let session = newSession(15, steps);
  for (let i = 0; i < taken; i++) session = go(session, 1, noon + i * 60_000);
  session = end(session);
  const places = { before: [-80, 0], after: [20, 20, 20] };
  const reading = { bundle: bundle!, phrases: phrasesFor(language), language, level: 2 };
  return recordOf({ dialogue, steps, session, places, notes }, reading);
}

describe('recordOf', () => {
  it('tells the series, the dialogue, the date, the steps, the questions, where people stood, and the notes', () => {
    const notes = { noticed: 'We agree more\n\n than we thought ', willTry: 'A shorter round', whoWill: 'Ann & Bob' };
    expect(asMarkdown(held({ notes }))).to.equal(`# Being heard

## Small talks

8 May 2026

Welcome

Before listening

Listen together

A quiet minute

In pairs

All together

After listening

To close

## Question

Question a?

Question b?

## Where do you stand?

Before listening: 2 people: 1 strongly towards: Safety, 1 between the two

After listening: 3 people: 3 closer to: Freedom

## What we noticed

We agree more

than we thought

## What we will try

A shorter round

## Who

Ann & Bob`);
  });

  it('leaves out what was not taken, asked, placed or noted', () => {
    expect(asMarkdown(held({ taken: 1 }))).to.match(/^# Being heard\n\n## Small talks\n\n8 May 2026\n\nWelcome\n\n/);
    const text = asMarkdown(held({ taken: 5 }));
    expect(text).to.contain('Question a?');
    expect(text).not.to.match(/Question b\?|All together|noticed/);
  });

  it('tells it in Welsh', () => {
    const text = asMarkdown(held({ language: 'cy' }));
    expect(text).to.match(/8 Ma[iy] 2026/);
    expect(text).to.contain('\n\nCroeso\n\n');
  });
});
