/** What is said of a stretch of time, wherever it stands. */
export const BACKWARDS = 'must end after it starts';
/** A problem in our words: the sentence is put behind the path. */
export function problemAt(level, path, sentence) {
    return { level, path, message: `${path || 'The file'} ${sentence}` };
}
//# sourceMappingURL=problems.js.map