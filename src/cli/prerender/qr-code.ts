import { html, nothing, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** White around a code, in modules, as its standard asks for. */
const QUIET = 4;

/**
 * The longest address that gets a code, in letters. It takes 69 modules, and with the white around them 77: in the 31 mm
 * that `paper-style.ts` gives to a code, each is then 0.4 mm wide, about the least that phones can read from office paper.
 */
const LONGEST = 300;

/** With the white around them, so many modules are wider than half a millimetre each in 26 mm, which leave room for words. */
const FEW = 49;

/**
 * An address as a QR code, for a phone's camera; nothing where there is no address, or one that would make a code too fine
 * to read.
 *
 * It is hidden from those who hear the page: the same address stands beside it as a link, in words that can be pressed,
 * and eleven pictures that say it again would only be in the way.
 */
export function codeWords(address: string | null): TemplateResult | typeof nothing {
  const rows = address === null ? null : modulesOf(address);
  if (!rows) return nothing;
  const side = rows.length + 2 * QUIET;
  return html`<svg
    data-code=${side > FEW ? '' : 'small'}
    aria-hidden="true"
    viewBox=${`${-QUIET} ${-QUIET} ${side} ${side}`}
    shape-rendering="crispEdges"
  >
    <path fill="#000" d=${drawn(rows)}></path>
  </svg>`;
}

/** Which modules are black, row by row. */
function modulesOf(address: string): readonly (readonly boolean[])[] | null {
  if (address.length > LONGEST) return null;
  try {
    return encode(address, { ecc: 'M', border: 0 }).data;
  } catch {
    // A page without a code is still a page: the address itself is printed there.
    return null;
  }
}

/** One rectangle for each run of black modules in a row. In one path, since seams would show between several. */
function drawn(rows: readonly (readonly boolean[])[]): string {
  const runs = rows.map((row, y) =>
    [...row.map(Number).join('').matchAll(/1+/g)].map(
      ({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`,
    ),
  );
  return runs.flat().join('');
}
