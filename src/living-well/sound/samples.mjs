// Sound as plain numbers between -1 and 1, one channel.
import { readFileSync, writeFileSync } from 'node:fs';

/** 24 kHz makes every 48 kbit/s frame exactly 144 bytes: a place in the file is a place in time. */
export const rate = 24000;

export const toSamples = (seconds, of = rate) => Math.round(seconds * of);
export const toAmplitude = (decibels) => 10 ** (decibels / 20);

export function readSamples(file) {
  const bytes = readFileSync(file);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

export function writeSamples(file, samples) {
  writeFileSync(file, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
}

export function join(pieces) {
  const whole = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Adds one sound to another from a sample on. */
export function add(onto, sound, at = 0) {
  for (let index = 0; index < sound.length; index += 1) onto[at + index] += sound[index];
}

export function amplify(samples, decibels) {
  const gain = toAmplitude(decibels);
  for (let index = 0; index < samples.length; index += 1) samples[index] *= gain;
}

/** Rises from 0 to 1 along a half cosine, which begins and ends level, so that it cannot click. */
export const ease = (part) => 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, Math.max(0, part)));

/** Lets a sound begin and end softly, over so many samples. */
export function fade(samples, fadeIn, fadeOut) {
  for (let index = 0; index < Math.min(fadeIn, samples.length); index += 1) samples[index] *= ease(index / fadeIn);
  for (let index = 0; index < Math.min(fadeOut, samples.length); index += 1) {
    samples[samples.length - 1 - index] *= ease(index / fadeOut);
  }
  return samples;
}
