import { resolveAddress } from './address.js';
// `*emphasis*`, or `[words](address)` whose address may hold one pair of brackets, as encyclopaedias' do.
// Each branch stops at the sign that could begin another match, so hostile input is read in linear time.
const markup = /\*(?=\S)([^*]*[^*\s])\*|\[([^[\]]+)\]\(\s*([^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\s*\)/;
/**
 * The pieces of a text: `*emphasis*` and `[words](address)`, all else literal. Addresses are resolved
 * against `base`, the bundle's own; the words of a link that is not http(s) or relative stay as text.
 */
export function parseInline(words, base) {
    const pieces = [];
    // Four by four: plain words, then what the markup holds of stressed words, a link's words, its address.
    words.split(markup).forEach((text, index, parts) => {
        if (!text || index % 4 === 3)
            return;
        const href = index % 4 === 2 && resolveAddress(parts[index + 1], base);
        if (href)
            pieces.push({ kind: 'link', text, href });
        else
            pieces.push({ kind: index % 4 === 1 ? 'emphasis' : 'text', text });
    });
    return pieces;
}
/** Whether each link in the words leads somewhere that is allowed. */
export function linksAreGood(words) {
    return words.split(markup).every((address, index) => index % 4 < 3 || !address || resolveAddress(address));
}
//# sourceMappingURL=inline.js.map