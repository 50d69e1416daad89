import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cuesOf, dialogues, sentencesOf, textsIn } from '../support/built-in.mjs';

/** What a hint is for, in the order in which a team meets them. */
const kinds = ['To open:', 'To go deeper:', 'To close:'];

const auxiliaries =
  /^(am|is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must)(n’t)?$/;
const openers = /^(what|which|who|whom|whose|where|when|why|how)$/;

/** Words that could stand in a question about anything, or that every dialogue of this series is about. */
const common = new Set(
  `about above after again also always another anyone around away back because been before begin behind being best
  better between both bring came come could differently does doing done down during each else enough even ever every
  everyone everything feel find first from gave give given goes going good great group happen happens have having hear
  heard help here hold idea into itself just keep kept know known last least less like little long look make makes many
  matter maybe mean might mind more most much must name near need needs never next nobody none notice often once only
  open other others over part people perhaps person place point question quite rather really right room same say seem
  seen share should show side small some someone something sometimes soon speak start still such sure take taken talk
  tell than thank that their them then there these they thing things think this those though through time times today
  together told turn under until upon used useful very view views want ways week well were what when where whether
  which while whole whom whose will with within without word words work working would year your yours
  conversation conversations dialogue dialogues health listen listening mental organisation organisations service
  services support system systems team teams tension tensions meeting meetings colleague colleagues`.split(/\s+/),
);

const wordsOf = (text) => text.toLowerCase().match(/\p{L}+/gu) ?? [];
const stem = (word) => (word.length > 4 ? word.replace(/s$/, '') : word);
const stems = new Set([...common].map(stem));
const contentOf = (text) =>
  wordsOf(text)
    .filter((word) => word.length >= 4)
    .map(stem)
    .filter((word) => !stems.has(word));

const questionsIn = (text) => sentencesOf(text).filter((sentence) => sentence.endsWith('?'));

/** Whether a question can be answered by yes or no: it opens with a verb, at once or after 'If …,'. */
function isClosed(question) {
  const clauses = question.split(/, |: |; /).map((clause) => wordsOf(clause.replace(/’/g, ''))[0] ?? '');
  const main = /^(if|when|while|once|before|after|since|as|in|on|at|for|and|so|but)$/.test(clauses[0])
    ? clauses.slice(0, 2)
    : clauses.slice(0, 1);
  const opensWithVerb = main.some((word) => auxiliaries.test(word) || auxiliaries.test(word.replace(/nt$/, '')));
  return opensWithVerb || !wordsOf(question).some((word) => openers.test(word));
}

/** What a dialogue is about, in its own words, without its questions. */
const ownContent = ({ title, summary, tension, ...dialogue }) =>
  new Set(
    [
      ...[...textsIn({ title, summary, tension })].map(({ text }) => text),
      ...cuesOf({ ...dialogue }).map(({ text }) => text),
    ].flatMap(contentOf),
  );

describe('these tests', () => {
  it('tell a question that can be answered by yes or no from one that cannot', () => {
    const closed = [
      'Is trust enough?',
      'Don’t rules help?',
      'If a rule fails, should staff break it?',
      'And would you change it?',
      'The risk is shared?',
    ];
    const open = [
      'Which rule helps?',
      'If a rule fails, who is asked?',
      'How could it be shared?',
      'Where is the power, and is it shared?',
      'To whom does the risk belong?',
    ];
    for (const question of closed) assert.ok(isClosed(question), question);
    for (const question of open) assert.ok(!isClosed(question), question);
  });

  it('tell a question of a dialogue from one that could stand anywhere', () => {
    assert.deepEqual(contentOf('What would help your team to talk about this well, and who could start?'), []);
    assert.deepEqual(contentOf('Which rules would you keep?'), ['rule']);
  });
});

for (const dialogue of dialogues) {
  const { id, prompts, tension } = dialogue;

  describe(`the prompts of ${id}`, () => {
    const least = tension ? 8 : 4;

    it(`are at least ${least}`, () => assert.ok(prompts.length >= least, `${prompts.length}`));

    it('are questions, and none can be answered by yes or no', () => {
      for (const { text } of prompts) {
        assert.ok(text.endsWith('?'), text);
        for (const question of questionsIn(text)) assert.ok(!isClosed(question), question);
      }
    });

    it('each name something of this dialogue', () => {
      const own = ownContent(dialogue);
      for (const { text } of prompts)
        assert.ok(
          contentOf(text).some((word) => own.has(word)),
          text,
        );
    });

    it('each have a hint that says what it is for: to open, to go deeper, and to close, in this order', () => {
      const order = prompts.map(({ id: prompt, hint }) => {
        const kind = kinds.findIndex((words) => hint?.startsWith(`${words} `));
        assert.ok(kind >= 0, `${prompt}: ${hint}`);
        assert.ok(hint.length > kinds[kind].length + 10, `${prompt}: ${hint}`);
        return kind;
      });
      assert.deepEqual(
        order,
        [...order].sort((one, other) => one - other),
      );
      assert.deepEqual([...new Set(order)], [0, 1, 2]);
    });

    it('each have a moment to hear', () => {
      for (const { id: prompt, moment } of prompts) assert.ok(moment, prompt);
    });
  });
}

describe('the prompts of all dialogues', () => {
  const all = dialogues.flatMap((dialogue) => dialogue.prompts.map((prompt) => ({ ...prompt, deck: dialogue.id })));
  const assertUnlike = (plain) => {
    const seen = new Map();
    for (const prompt of all) {
      const key = wordsOf(plain(prompt)).join(' ');
      assert.ok(!seen.has(key), `${prompt.deck} and ${seen.get(key)}: ${plain(prompt)}`);
      seen.set(key, prompt.deck);
    }
  };

  it('ask nothing twice', () => assertUnlike(({ text }) => text));

  it('give no hint twice', () => assertUnlike(({ hint = '' }) => hint));

  it('have ids that differ', () => assert.equal(new Set(all.map(({ id }) => id)).size, all.length));
});
