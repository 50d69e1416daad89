/** One thing that is wrong with a bundle, a chapters file or a transcript, said in a plain sentence. */
export interface Problem {
    /** `error`: something was left out or stands in for what is missing. `warning`: worth a look. */
    readonly level: 'error' | 'warning';
    /** Where, such as `dialogues[2].audio.sources[0].src`, or `line 12` of a transcript; '' for the whole. */
    readonly path: string;
    /** Begins with the path, where there is one, and says what to do. */
    readonly message: string;
}
/** What is said of a stretch of time, wherever it stands. */
export declare const BACKWARDS = "must end after it starts";
/** A problem in our words: the sentence is put behind the path. */
export declare function problemAt(level: Problem['level'], path: string, sentence: string): Problem;
