/** The way to a bundle's meaning for tools and servers: it needs no DOM. */
export { parseBundle } from '../bundle/parse.js';
export type { Problem } from '../bundle/problems.js';
export type { Bundle, Dialogue, Participant, Prompt, Text } from '../bundle/schema.js';
