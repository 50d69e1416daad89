/**
 * The series' one picture: two forms, and the light where they overlap.
 *
 * Each tension has a pair of forms and of colours. The forms differ by shape as well as by colour, and say a little of
 * what the poles are: ground and seed, judgement and rule, voice and measure, step and whole, many and few. The two
 * colours of a pair always add up to the same light: whatever divides them, the third way looks alike.
 */
export interface Form {
  /** SVG path data, around 0 0, about 140 wide and high. */
  readonly path: string;
  /** A colour that keeps 3:1 on white and on near-black. */
  readonly color: string;
}

/** What the colours of each pair add up to. */
export const light = '#f8deb8';

const circle = 'M-70 0a70 70 0 1 1 140 0a70 70 0 1 1-140 0z';
const diamond = 'M0-70 70 0 0 70-70 0z';
const square = 'M-62-62H62V62H-62z';
const arch = 'M-62 62V0A62 62 0 0 1 62 0V62z';
const leaf = 'M-62 62V0A62 62 0 0 1 0-62H62V0A62 62 0 0 1 0 62z';
const drop = 'M62 62H0A62 62 0 1 1 62 0z';
const hexagon = 'M0-70 62-35V35L0 70-62 35V-35z';
const steps = 'M-62 62V10H-12V-62H62V62z';
const petals = 'M0-54A31 31 0 0 1 54 0 31 31 0 0 1 0 54 31 31 0 0 1-54 0 31 31 0 0 1 0-54z';

/** The first pair is the series' own, for what has no tension; the others go to the tensions in turn. */
export const pairs: readonly (readonly [Form, Form])[] = [
  pair(circle, '#5a6a82', diamond, '#9e7436'),
  pair(arch, '#c44234', leaf, '#349c84'),
  pair(circle, '#986e14', square, '#6070a4'),
  pair(drop, '#b63c74', hexagon, '#42a244'),
  pair(steps, '#ce5c0a', circle, '#2a82ae'),
  pair(petals, '#7a52aa', diamond, '#7e8c0e'),
];

function pair(a: string, colorA: string, b: string, colorB: string): readonly [Form, Form] {
  return [
    { path: a, color: colorA },
    { path: b, color: colorB },
  ];
}

/** Which pair belongs to a tension, counted from 1 through the series; 0 is no tension. */
export function pairAt(place: number): number {
  return place && ((place - 1) % (pairs.length - 1)) + 1;
}
