import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';

/** How the test page begins a line about an error that no test was waiting for. */
export const strayError = 'Error outside any test: ';

/**
 * A reporter for the test runner that counts tests, and lets through no empty file and no stray error.
 *
 * The runner calls a file without tests a success, and so a typing mistake in `describe` would hide a whole file. It
 * also only logs an error or a rejected promise that no test was waiting for. Stands first among the reporters, so that the
 * others show what it found.
 *
 * @param {string} [file] Where to write `{passed, failed, skipped, failures}` at the end.
 */
export function countsReporter(file) {
  return {
    reportTestFileResults({ sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) {
        if (!session.passed) continue;
        const stray = session.logs.flat().filter((line) => String(line).startsWith(strayError));
        const empty = testsOf(session.testResults).length === 0;
        const name = relative(process.cwd(), testFile);
        const messages = empty ? [`${name} holds no test.`] : stray;
        if (messages.length === 0) continue;
        session.passed = false;
        session.errors = messages.map((message) => ({ message }));
      }
    },
    async stop({ sessions }) {
      if (!file) return;
      const tests = sessions.flatMap((session) => testsOf(session.testResults));
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      const skipped = tests.filter((test) => test.skipped).length;
      // A file that could not load, or failed outside its tests, is one failure more.
      const broken = sessions.filter(
        (session) => !session.passed && testsOf(session.testResults).every((test) => test.passed || test.skipped),
      ).length;
      const failed = tests.length - passed - skipped + broken;
      await mkdir(dirname(file), { recursive: true });
      const failures = sessions.filter(({ passed }) => !passed).flatMap(failuresOf);
      await writeFile(file, JSON.stringify({ passed, failed, skipped, failures }));
    },
  };
}

function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}

function failuresOf({ testFile, browser, errors, testResults }) {
  const file = relative(process.cwd(), testFile);
  const tests = testsOf(testResults).filter((test) => !test.passed && !test.skipped);
  return [...tests, ...errors].map(({ name = 'the whole file', error, message = error?.message }) => ({
    file,
    name: `${name} (${browser.name})`,
    message: message ?? 'It failed without a word.',
  }));
}
