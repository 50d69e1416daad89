import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deskOf, episodeOf, partOf, showOf } from '../../support/feeds.mjs';

const { makeDialogue } = await partOf('import/make-dialogue.js');
const { People } = await partOf('import/people.js');
const sounds = [{ url: 'ferry.mp3', type: 'audio/mpeg' }];

async function made(said, show = showOf()) {
  const desk = deskOf();
  const series = { show, people: new People(desk), speakers: new Set(), desk };
  return { dialogue: await makeDialogue(episodeOf(said), 'the-ferry', series), ...series };
}

describe('a dialogue that is made of an episode', () => {
  it('has what the feed says, and no more', async () => {
    const { dialogue } = await made({ sounds, duration: 60 });
    assert.deepEqual(dialogue, {
      id: 'the-ferry',
      title: 'The ferry',
      summary: 'How it runs.',
      participants: [],
      audio: { sources: [{ src: 'https://radio.example/ferry.mp3', type: 'audio/mpeg' }], duration: 60 },
      transcript: [],
      prompts: [],
    });
  });

  it('is none without a sound, and that is said', async () => {
    const { dialogue, desk } = await made({});
    assert.equal(dialogue, null);
    assert.deepEqual(desk.leftOut, ['“The ferry” has no sound that can be named, and so is no dialogue.']);
  });

  it('has the series’ own people where it names none, and its narrator apart', async () => {
    const people = [
      { name: 'Nia', role: 'host' },
      { name: 'Ifor', role: 'narrator' },
    ];
    const show = showOf({ people });
    const { dialogue } = await made({ sounds }, show);
    assert.deepEqual([dialogue.participants, dialogue.narrator], [['nia'], 'ifor']);
    const own = await made({ sounds, people: [{ name: 'Tom', role: '' }] }, show);
    assert.deepEqual([own.dialogue.participants, own.dialogue.narrator], [['tom'], undefined]);
  });

  it('asks the editor for what is missing, and shows a soundbite', async () => {
    const { desk } = await made({ sounds, summary: '', soundbites: [{ title: 'Gulls', start: 5, end: 65 }] });
    assert.deepEqual(desk.toDo, [
      '“The ferry”: the length of the sound (“audio.duration”).',
      '“The ferry”: a summary.',
      '“The ferry”: the soundbite “Gulls”, 0:05 to 1:05, may be the moment of a prompt.',
      '“The ferry”: a transcript. Until there is one, the bundle has an error.',
    ]);
  });

  it('has no picture that is the series’ own, and tells who speaks in its words', async () => {
    const text = 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Old Harbourmaster>Everyone.\n';
    const { dialogue, speakers } = await made(
      { sounds, image: '/cover.png', transcripts: [{ text, language: '' }] },
      showOf({ image: '/cover.png' }),
    );
    assert.equal(dialogue.image, undefined);
    assert.deepEqual([...speakers], ['Old Harbourmaster']);
  });
});
