const kbits = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
// By the two bits that name the version: MPEG-1, MPEG-2 and the unofficial 2.5.
const rates = { 3: [44100, 48000, 32000], 2: [22050, 24000, 16000], 0: [11025, 12000, 8000] };

/**
 * Walks the frames of an MP3 (MPEG audio, Layer III) by their own headers, from the first byte to the last.
 *
 * @param {Buffer} bytes
 * @returns {{bitRate: number, rate: number, mono: boolean, samples: number}[]} In kbit/s and Hz.
 * @throws Where something is neither a tag nor a whole frame.
 */
export function readFrames(bytes) {
  const frames = [];
  let at = 0;
  if (bytes.toString('latin1', 0, 3) === 'ID3') {
    at = 10 + bytes.subarray(6, 10).reduce((size, byte) => size * 128 + byte, 0);
  }
  while (at < bytes.length) {
    if (bytes.toString('latin1', at, at + 3) === 'TAG' && bytes.length - at === 128) break;
    const header = bytes.length - at < 4 ? 0 : bytes.readUInt32BE(at);
    const [version, layer] = [(header >>> 19) & 3, (header >>> 17) & 3];
    const bitRate = kbits[version === 3 ? 1 : 2][(header >>> 12) & 15];
    const rate = rates[version]?.[(header >>> 10) & 3];
    if (header >>> 21 !== 0x7ff || layer !== 1 || !bitRate || !rate) throw new Error(`No frame begins at byte ${at}.`);
    const samples = version === 3 ? 1152 : 576;
    frames.push({ bitRate, rate, mono: ((header >>> 6) & 3) === 3, samples });
    at += Math.floor((samples / 8) * ((bitRate * 1000) / rate)) + ((header >>> 9) & 1);
    if (at > bytes.length) throw new Error('The last frame is cut off.');
  }
  return frames;
}
