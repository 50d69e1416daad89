/** A run of words: plain, stressed, or a link. Pieces do not nest. */
export type InlinePiece = {
    readonly kind: 'text';
    readonly text: string;
} | {
    readonly kind: 'emphasis';
    readonly text: string;
} | {
    readonly kind: 'link';
    readonly text: string;
    readonly href: string;
};
/**
 * The pieces of a text: `*emphasis*` and `[words](address)`, all else literal. Addresses are resolved
 * against `base`, the bundle's own; the words of a link that is not http(s) or relative stay as text.
 */
export declare function parseInline(words: string, base?: string): readonly InlinePiece[];
/** Whether each link in the words leads somewhere that is allowed. */
export declare function linksAreGood(words: string): boolean;
