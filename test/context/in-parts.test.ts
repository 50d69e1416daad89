import { expect } from '@open-wc/testing';
import { InParts } from '../../src/context/in-parts.js';
import { until } from '../support/page.js';

const countTo = (length: number) => Array.from({ length }, (_, i) => i);

describe('InParts', () => {
  it('gives a short list at once, and asks for nothing more', async () => {
    let asked = 0;
    const parts = new InParts(() => asked++);
    expect(parts.of('short', countTo(5))).to.deep.equal(countTo(5));
    await new Promise((later) => setTimeout(later));
    expect(asked).to.equal(0);
  });

  it('gives a long list part by part, in its order, until all of it is there', async () => {
    const lengths: number[] = [];
    const draw = () => {
      const drawn = parts.of('long', countTo(95));
      expect(drawn).to.deep.equal(countTo(drawn.length));
      lengths.push(drawn.length);
    };
    const parts = new InParts(draw);
    draw();
    await until(() => lengths.at(-1) === 95, 'the list never was whole');
    expect(lengths.length).to.be.greaterThan(3);
    expect(lengths.every((length, i) => length > (lengths[i - 1] ?? 0))).to.be.true;
  });

  it('keeps what is drawn when it is asked again for another reason', async () => {
    let wanted = 0;
    const parts = new InParts(() => wanted++);
    const first = parts.of('long', countTo(95)).length;
    await until(() => wanted === 1, 'it never went on');
    const second = parts.of('long', countTo(95)).length;
    expect(second).to.be.greaterThan(first);
    expect(parts.of('long', countTo(95))).to.have.length(second);
    await until(() => wanted === 2, 'it never went on');
    await new Promise((later) => setTimeout(later));
    expect(wanted).to.equal(2);
  });

  it('begins another subject with its first part', async () => {
    let subject = 'one';
    let drawn: readonly number[] = [];
    const parts = new InParts(() => (drawn = parts.of(subject, countTo(95))));
    const first = parts.of(subject, countTo(95)).length;
    await until(() => drawn.length === 95, 'the list never was whole');
    subject = 'two';
    expect(parts.of(subject, countTo(95))).to.have.length(first);
  });
});
