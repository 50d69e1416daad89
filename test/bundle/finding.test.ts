import { expect } from '@open-wc/testing';
import { dialoguesWith, findDialogue, findParticipant, participantsOf } from '../../src/bundle/finding.js';
import { parseBundle } from '../../src/bundle/parse.js';
import type { Bundle } from '../../src/bundle/schema.js';

async function full(): Promise<Bundle> {
  const address = new URL('../fixtures/bundles/good/full.json', import.meta.url);
  const text = await (await fetch(address)).text();
  return parseBundle(text, address.href).bundle!;
}

describe('findDialogue', () => {
  it('finds a dialogue by its id, and the first without one', async () => {
    const bundle = await full();
    expect(findDialogue(bundle, 'two')?.id).to.equal('two');
    expect(findDialogue(bundle, null)?.id).to.equal('one');
    expect(findDialogue(bundle, '')?.id).to.equal('one');
    expect(findDialogue(bundle, 'gone')).to.equal(null);
    expect(findDialogue({ ...bundle, dialogues: [] }, null)).to.equal(null);
  });
});

describe('findParticipant', () => {
  it('finds a participant by the id', async () => {
    const bundle = await full();
    expect(findParticipant(bundle, 'bob')?.name).to.equal('Bob');
    expect(findParticipant(bundle, 'gone')).to.equal(null);
  });
});

describe('participantsOf', () => {
  it('names people in the order of the dialogue', async () => {
    const bundle = await full();
    expect(participantsOf(bundle, findDialogue(bundle, 'one')!).map(({ id }) => id)).to.deep.equal(['bob', 'ann']);
    expect(participantsOf(bundle, findDialogue(bundle, 'three')!)).to.deep.equal([]);
  });
});

describe('dialoguesWith', () => {
  it('finds those in which someone takes part or narrates', async () => {
    const bundle = await full();
    expect(dialoguesWith(bundle, 'ann').map(({ id }) => id)).to.deep.equal(['one', 'two']);
    expect(dialoguesWith(bundle, 'cat').map(({ id }) => id)).to.deep.equal(['one']);
    expect(dialoguesWith(bundle, 'gone')).to.deep.equal([]);
  });
});
