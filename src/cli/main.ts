#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { nodeWorld } from './node-world.js';
import { runWords } from './run.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};
// Not `process.exit()`, which would cut off what a slow pipe has not taken yet.
process.exitCode = await runWords(process.argv.slice(2), nodeWorld(import.meta.url, version)).catch(
  (error: unknown) => {
    // A fault of ours. By itself Node would end with 1, which says that a bundle was read and has errors.
    console.error(error);
    return 2;
  },
);
