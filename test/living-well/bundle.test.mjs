import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundle, dialogues, sentencesOf, withTension } from '../support/built-in.mjs';

const { participants, sections, learnings, credits, related, help } = bundle;

const ids = (list) => list.map(({ id }) => id);
const titles = (list) => list.map(({ title }) => title);
const creditOf = (id) => credits.find((credit) => credit.id === id);

/** Who is heard, with the role that each was given. */
const roles = [
  ['Jo Harrington', 'Narrator'],
  ['Paul Blakeman', 'NHS Foundation Trust lead social worker'],
  ['Linda Irvine Fitzpatrick', 'Strategic Programme Manager for Health and Social Care, Edinburgh'],
  ['Vinny Khunger', 'GP'],
  ['Clare Mayo', 'Integrated commissioning manager, Salford'],
  ['Stacey Hemphill', 'Practice lead, Innovation Unit'],
  ['Tricia Nicoll', 'Mental health consultant'],
  ['Becki Priest', 'Deputy director, mental health trust'],
  ['Megan Shenfield', 'Occupational therapist'],
  ['Trudy Griffiths', 'Mental health nurse; network coordinator, Luton Live Well'],
  ['J Ahmed', 'Poet; Salford Healthwatch trustee'],
];

/** Who speaks in which tension. */
const pairs = {
  'what-do-we-value': ['paul-blakeman', 'linda-irvine-fitzpatrick'],
  'where-do-we-place-our-trust': ['trudy-griffiths', 'clare-mayo'],
  'what-story-matters-most': ['tricia-nicoll', 'stacey-hemphill'],
  'whose-risk-is-it-anyway': ['vinny-khunger', 'megan-shenfield'],
  'where-should-the-power-be': ['j-ahmed', 'becki-priest'],
};

describe('the built-in bundle', () => {
  it('is of format 1, in British English', () => {
    assert.equal(bundle.format, 1);
    assert.equal(bundle.language, 'en-GB');
    assert.equal(bundle.title, 'The Living Well Dialogues');
  });

  it('gives no id twice', () => {
    for (const list of [sections, dialogues, participants, learnings, credits]) {
      assert.equal(new Set(ids(list)).size, list.length);
    }
  });

  it('says only what the project can know: no address of a podcast service', () => {
    assert.equal(bundle.subscribe, undefined);
  });
});

describe('the sections of the built-in bundle', () => {
  it('are six, in their order', () => {
    assert.deepEqual(titles(sections), [
      'Introduction',
      'Under the surface',
      'Finding the third way',
      'Human conversations at scale',
      'About',
      'The dialogues',
    ]);
  });

  it('have two to four paragraphs each', () => {
    for (const { id, body } of sections) assert.ok(body.length >= 2 && body.length <= 4, id);
  });

  it('say that the sound of the recordings varies, and that the sample is synthetic', () => {
    const about = sections.find(({ id }) => id === 'about').body.join(' ');
    assert.match(about, /sound quality/);
    assert.match(about, /synthetic/);
  });
});

describe('the dialogues of the built-in bundle', () => {
  it('are six, in their order', () => {
    assert.deepEqual(titles(dialogues), [
      'Introduction',
      'What do we value?',
      'Where do we place our trust?',
      'What story matters most?',
      'Whose risk is it anyway?',
      'Where should the power be?',
    ]);
  });

  it('explore a tension each, except for the introduction', () => {
    assert.deepEqual(ids(withTension), Object.keys(pairs));
    assert.equal(dialogues[0].tension, undefined);
  });

  it('bring together the two people who took part, and the narrator', () => {
    for (const { id, participants: people, narrator } of dialogues) {
      assert.deepEqual(people, pairs[id] ?? [], id);
      assert.equal(narrator, 'jo-harrington', id);
    }
  });

  it('each have a summary, and one that is easy to read', () => {
    for (const { id, summary, easyRead = [] } of dialogues) {
      assert.ok(summary, id);
      assert.ok(easyRead.length > 0, `${id} has no easy read summary`);
    }
  });

  it('give both poles of a tension the same room', () => {
    for (const { id, tension } of withTension) {
      assert.equal(tension.poles.length, 2, id);
      const [a, b] = tension.poles.map(({ body }) => body.length);
      assert.ok(Math.max(a, b) / Math.min(a, b) <= 1.25, `${id}: ${a} and ${b} characters`);
      assert.ok(
        tension.poles.every(({ label }) => label),
        id,
      );
    }
  });

  it('open a third way out of each tension', () => {
    for (const { id, tension } of withTension) assert.ok(tension.thirdWay?.length > 0, id);
  });
});

describe('the participants of the built-in bundle', () => {
  it('are eleven, in their order and with their roles', () => {
    assert.deepEqual(
      participants.map(({ name, role }) => [name, role]),
      roles,
    );
  });

  it('each have a biography of two to four sentences', () => {
    for (const { id, biography } of participants) {
      const sentences = biography.flatMap(sentencesOf).length;
      assert.ok(sentences >= 2 && sentences <= 4, `${id}: ${sentences} sentences`);
    }
  });
});

describe('the learnings of the built-in bundle', () => {
  it('are seven, in their order', () => {
    assert.deepEqual(titles(learnings), [
      'Keep the tension alive',
      'In true dialogue people take part in each other’s thinking',
      'Diverse perspectives are a need, not a luxury',
      'Trusting relationships are the foundation',
      'Make places where people can hold others and be held',
      'Nurture the courage to look below the surface',
      'Dialogue is a practice to be developed and supported',
    ]);
  });

  it('each say what they mean, and then what a team may do', () => {
    for (const { id, body } of learnings) {
      assert.equal(body.length, 2, id);
      assert.match(body[1], /\bteam may\b/, id);
    }
  });
});

describe('the credits of the built-in bundle', () => {
  it('name the narrator, those who led the dialogues, and the funder', () => {
    assert.match(creditOf('narration').body.join(' '), /Jo Harrington/);
    assert.match(creditOf('thanks').body.join(' '), /Tally Daphu .*Dr Jean Harrington/);
    assert.match(creditOf('funder').body.join(' '), /National Lottery Community Fund/);
  });

  it('name the music of the series and its licence, with a link', () => {
    const { body, licence } = creditOf('music');
    assert.match(body.join(' '), /Purrple Cat/);
    assert.deepEqual(licence, {
      name: 'Creative Commons Attribution-ShareAlike 3.0 Unported',
      url: 'https://creativecommons.org/licenses/by-sa/3.0/',
    });
  });

  it('name the licence of what the project made, with a link', () => {
    assert.deepEqual(creditOf('content-licence').licence, {
      name: 'Creative Commons Attribution 4.0 International',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    });
  });

  it('say what in the sample is made, and that no real person is heard', () => {
    const words = creditOf('sample-audio').body.join(' ');
    assert.match(words, /synthetic/);
    assert.match(words, /computer/);
    assert.match(words, /musical mark/);
    assert.match(words, /No real person’s voice is heard/);
  });

  it('have no title without words', () => {
    for (const { id, title, body } of credits) assert.ok(title && body.length > 0, id);
  });
});

describe('what stands beside the series', () => {
  it('is the two earlier collections', () => {
    assert.deepEqual(titles(related), ['Waiting for Something Better', 'Working for Something Better']);
    for (const { title, summary } of related) assert.ok(summary, title);
  });

  it('is help that anyone can see is an example, with a number that rings nowhere', () => {
    assert.ok(help.length > 0);
    for (const { title, body, url, phone } of help) {
      assert.match(title, /^Example: /);
      assert.ok(body.length > 0, title);
      assert.equal(new URL(url).hostname, 'example.org', title);
      // Ofcom keeps this range for drama: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama/
      assert.match(phone, /^01632 960 ?\d{3}$/, title);
    }
  });

  it('tells the owner of a page to put help of their own there', () => {
    assert.match(help.flatMap(({ body }) => body).join(' '), /your own/);
  });
});
