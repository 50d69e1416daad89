import { expect } from '@open-wc/testing';
import { faultOf } from '../../src/playback/fault.js';
import { createVoice, type Recording } from '../../src/playback/voice.js';
import { FakeMedia, settle } from '../support/fake-media.js';

const failed = (code: number) => ({ code }) as MediaError;

describe('faultOf', () => {
  for (const [status, fault] of [
    [404, 'soundMissing'],
    [410, 'soundMissing'],
    [401, 'soundForbidden'],
    [403, 'soundForbidden'],
    [451, 'soundForbidden'],
    [500, 'soundUnreachable'],
    [503, 'soundUnreachable'],
    [0, 'soundUnreachable'],
    [200, 'soundUnplayable'],
    [206, 'soundUnplayable'],
    [400, 'soundFailed'],
    [NaN, 'soundFailed'],
  ] as const) {
    it(`is ${fault} where the address answers ${status}`, async () => {
      const asked: string[] = [];
      const probe = (address: string) => {
        asked.push(address);
        return Promise.resolve(status);
      };
      expect(await faultOf(failed(4), 'https://example.org/a.mp3', probe)).to.equal(fault);
      expect(asked).to.deep.equal(['https://example.org/a.mp3']);
    });
  }

  it('asks nobody where the element knows already', async () => {
    const probe = () => Promise.reject(new Error('Nobody should ask.'));
    expect(await faultOf(failed(2), '', probe)).to.equal('soundBroken');
    expect(await faultOf(failed(3), '', probe)).to.equal('soundUnplayable');
  });
});

describe('a voice whose sound fails', () => {
  const recording: Recording = {
    key: 'a',
    sources: [{ src: 'https://example.org/a.mp3', type: '' }],
    duration: 60,
  };
  const speak = (status: number, traits: Partial<FakeMedia> = {}) => {
    const media = Object.assign(new FakeMedia(), traits);
    let asked = 0;
    const probe = () => {
      asked++;
      return Promise.resolve(status);
    };
    return { media, voice: createVoice(() => media, probe), count: () => asked };
  };
  const lasting = (duration: number) => ({ files: { 'https://example.org/a.mp3': { duration } } });

  it('says why, and forgets it with the next try', async () => {
    const files = { 'https://example.org/a.mp3': { missing: true } };
    const { voice, media, count } = speak(404, { files });
    await voice.play(recording).catch(() => {});
    await settle();
    expect(voice.of(recording).fault).to.equal('soundMissing');
    expect(count()).to.equal(1);
    media.files = {};
    await voice.retry(recording);
    expect(voice.of(recording).fault).to.be.null;
  });

  it('asks nobody as long as it plays', async () => {
    const { voice, count } = speak(200);
    await voice.play(recording);
    await settle();
    expect([voice.of(recording).fault, count()]).to.deep.equal([null, 0]);
  });

  it('keeps the place where an answer stopped too soon, and goes on from there by a press', async () => {
    const { voice, media } = speak(200, lasting(20));
    await voice.play(recording);
    media.advance(20);
    await settle();
    expect(voice.of(recording)).to.include({ ended: true, error: null, fault: 'soundBroken' });
    media.files = {};
    await voice.play(recording);
    await settle();
    expect(voice.of(recording)).to.include({ paused: false, fault: null, currentTime: 20 });
  });

  it('takes the end for the end where a second try comes to the same, and begins anew', async () => {
    const { voice, media } = speak(200, lasting(20));
    await voice.play(recording);
    media.advance(20);
    await settle();
    await voice.retry(recording);
    await settle();
    media.advance(1);
    await settle();
    expect(voice.of(recording)).to.include({ ended: true, fault: null });
    await voice.play(recording);
    await settle();
    expect(voice.of(recording)).to.include({ paused: false, currentTime: 0 });
  });

  it('takes a sound that is a little shorter than the bundle says for whole', async () => {
    const { voice, media } = speak(200, lasting(57));
    await voice.play(recording);
    media.advance(57);
    await settle();
    expect(voice.of(recording)).to.include({ ended: true, fault: null });
  });
});
