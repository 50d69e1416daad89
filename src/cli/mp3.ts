const kbits = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  later: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
// By the two bits that name the version: MPEG-1, MPEG-2 and the unofficial 2.5.
const rates: readonly (readonly number[])[] = [[11025, 12000, 8000], [], [22050, 24000, 16000], [44100, 48000, 32000]];

interface Frame {
  readonly bitRate: number;
  readonly seconds: number;
  readonly length: number;
  readonly samples: number;
  /** Bytes between the header and the sound. */
  readonly side: number;
}

interface Summary {
  readonly isVariable: boolean;
  /** How many there are; 0 where that is not told. */
  readonly frames: number;
}

/** What an MP3 file says of itself. */
export interface Mp3 {
  readonly seconds: number;
  readonly isVariable: boolean;
  /** Of the first frame with sound, in kbit/s. */
  readonly bitRate: number;
}

/**
 * Reads the headers of the frames of an MP3 (MPEG audio, Layer III); null where it has none. Where only the beginning
 * is given, the length follows from the `size` of the whole.
 */
export function measureMp3(bytes: Uint8Array, size = bytes.length): Mp3 | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = afterTag(bytes);
  const start = at;
  let told: number | null = null;
  let isVariable = false;
  let seconds = 0;
  const bitRates = new Set<number>();
  let lost = 0;
  while (at + 4 <= bytes.length) {
    const frame = frameAt(view, at);
    // Two in a row, since any two bytes may look like the beginning of one.
    if (!frame || (bitRates.size === 0 && at + frame.length + 4 <= bytes.length && !frameAt(view, at + frame.length))) {
      // What is no frame at the end is a tag; in the midst of the file it is skipped.
      if (++lost > 8192) break;
      at++;
      continue;
    }
    lost = 0;
    const summary: Summary | null = bitRates.size === 0 && told === null ? summaryIn(view, at, frame) : null;
    if (summary) {
      isVariable ||= summary.isVariable;
      told = summary.frames ? summary.frames * frame.seconds : 0;
    } else {
      bitRates.add(frame.bitRate);
      seconds += frame.seconds;
    }
    at += frame.length;
  }
  const [bitRate] = bitRates;
  if (bitRate === undefined) return null;
  isVariable ||= bitRates.size > 1;
  if (bytes.length < size) seconds = told || ((size - start) * 8) / (bitRate * 1000);
  return { seconds, isVariable, bitRate };
}

/** An MP3 of silence, for a page that has no sound yet: MPEG-2, mono, 22,050 Hz, 16 kbit/s. */
export function silentMp3(seconds: number): Uint8Array {
  const length = 52;
  const frames = Math.ceil((seconds * 22050) / 576);
  const bytes = new Uint8Array(frames * length);
  for (let at = 0; at < bytes.length; at += length) bytes.set([0xff, 0xf3, 0x20, 0xc4], at);
  return bytes;
}

function afterTag(bytes: Uint8Array): number {
  if (String.fromCharCode(...bytes.subarray(0, 3)) !== 'ID3') return 0;
  return 10 + bytes.subarray(6, 10).reduce((size, byte) => size * 128 + byte, 0);
}

function frameAt(view: DataView, at: number): Frame | null {
  if (at + 4 > view.byteLength) return null;
  const header = view.getUint32(at);
  const [version, layer] = [(header >>> 19) & 3, (header >>> 17) & 3];
  const isFirst = version === 3;
  const bitRate = kbits[isFirst ? 'first' : 'later'][(header >>> 12) & 15];
  const rate = rates[version]?.[(header >>> 10) & 3];
  if (header >>> 21 !== 0x7ff || layer !== 1 || !bitRate || !rate) return null;
  const samples = isFirst ? 1152 : 576;
  const length = Math.floor((samples / 8) * ((bitRate * 1000) / rate)) + ((header >>> 9) & 1);
  const isMono = ((header >>> 6) & 3) === 3;
  const side = isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  return { bitRate, samples, length, side, seconds: samples / rate };
}

/** What encoders write into a first frame without sound: `Xing` or `VBRI` at a variable bit rate, else `Info`. */
function summaryIn(view: DataView, at: number, frame: Frame): Summary | null {
  const nameAt = (place: number): string =>
    place + 18 > view.byteLength ? '' : String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(place + i)));
  const place = at + 4 + frame.side;
  const name = nameAt(place);
  if (name === 'Xing' || name === 'Info') {
    const hasFrames = view.getUint32(place + 4) & 1;
    return { isVariable: name === 'Xing', frames: hasFrames ? view.getUint32(place + 8) : 0 };
  }
  const fixed = at + 36;
  return nameAt(fixed) === 'VBRI' ? { isVariable: true, frames: view.getUint32(fixed + 14) } : null;
}
