// Runs every test, says at the end once more what failed, and closes with one line: "N passed, N failed".
//
//   --only unit                 the tests in the browser, with their coverage
//   --only journeys             whole stories in a real page
//   --only doors,living-well    one or more of the folders below
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec as Spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['journeys', 'doors', 'cli', 'living-well', 'tools'];
const wanted = readWanted(process.argv.slice(2));

process.chdir(root);
const counts = [];
if (wanted.includes('unit')) counts.push(await runUnit());
for (const folder of folders) {
  if (wanted.includes(folder)) counts.push(await runNode(folder));
}
// Each folder by itself may be empty while the project grows; all of them together may not.
const nodeCounts = counts.filter(({ kind }) => kind === 'node');
if (nodeCounts.length > 0 && nodeCounts.every(({ passed, failed }) => passed + failed === 0)) {
  const all = wanted.filter((part) => part !== 'unit').join(',');
  fail(nodeCounts[0], `test/{${all}}`, 'the folders', 'There is no test in them.');
}

const failures = counts.flatMap((count) => count.failures);
if (failures.length > 0) heading('What failed');
for (const { file, name, message } of failures) console.log(`${file}: ${name}\n${message.replace(/^/gm, '  ')}\n`);
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);

function readWanted(words) {
  const parts = ['unit', ...folders];
  if (words.length === 0) return parts;
  const named = words[0] === '--only' ? (words[1] ?? '').split(',') : [];
  if (words.length > 2 || named.length === 0 || !named.every((part) => parts.includes(part))) {
    console.error(`Write --only and one or more of ${parts.join(', ')}, with commas between.`);
    process.exit(1);
  }
  return named;
}

async function runUnit() {
  heading('Tests in the browser');
  const file = resolve('.cache/unit-counts.json');
  rmSync(file, { force: true });
  rmSync('coverage', { recursive: true, force: true });
  const code = await start(['node_modules/@web/test-runner/dist/bin.js', '--coverage'], { TEST_COUNTS: file });
  const none = { passed: 0, failed: 0, failures: [] };
  const count = { kind: 'unit', ...(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none) };
  const unseen = count.passed + count.failed > 0 ? await findUnseen() : [];
  for (const path of unseen) fail(count, path, 'the coverage', 'No test loads it, so the coverage leaves it out.');
  // Too little coverage, or a runner that could not start, fails no single test: count it, so that the last line tells.
  if (count.failed === 0 && (code !== 0 || count.passed === 0)) {
    fail(count, 'web-test-runner.config.js', 'the tests in the browser', `They ended with ${code}. Look further up.`);
  }
  return count;
}

function start(words, env) {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, words, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', fail).once('exit', settle);
  });
}

/** The browser tells only of files it loaded; one that no test imports would lift the average by being absent. */
async function findUnseen() {
  const { default: typescript } = await import('typescript');
  const { default: config } = await import('../../web-test-runner.config.js');
  const report = existsSync('coverage/lcov.info') ? readFileSync('coverage/lcov.info', 'utf8') : '';
  const seen = new Set([...report.matchAll(/^SF:(.+)$/gm)].map(([, path]) => resolve(path)));
  const { exclude } = config.coverageConfig;
  const compilerOptions = { module: typescript.ModuleKind.ESNext, target: typescript.ScriptTarget.ESNext };
  return ['src/bundle', 'src/playback'].flatMap(listFiles).filter((path) => {
    if (!/(?<!\.d)\.ts$/.test(path) || exclude.includes(path) || seen.has(resolve(path))) return false;
    // A file of types alone leaves nothing behind, and so nothing to test.
    const { outputText } = typescript.transpileModule(readFileSync(path, 'utf8'), { compilerOptions });
    return outputText.replace(/^export \{\};$|^\/\/.*$|\/\*[^]*?\*\//gm, '').trim() !== '';
  });
}

async function runNode(folder) {
  const files = listFiles(join('test', folder)).filter((file) => file.endsWith('.test.mjs'));
  const count = { kind: 'node', passed: 0, failed: 0, failures: [] };
  if (files.length === 0) return count;
  heading(`Tests in test/${folder}`);
  const tests = run({
    files: files.map((file) => resolve(file)),
    // A journey waits for sound in real time; two at once on a small machine would wait for each other.
    concurrency: folder === 'journeys' ? 1 : 2,
    timeout: 10 * 60 * 1000,
  });
  const filled = new Set();
  // Node also tells of each file as if it were a test: of one that breaks, which counts, and of one without any test.
  const isFile = ({ name }) => files.some((path) => name === path || name === resolve(path));
  tests.on('test:pass', (test) => {
    if (isFile(test)) return;
    filled.add(test.file);
    if (test.details.type !== 'suite' && test.skip === undefined && test.todo === undefined) count.passed += 1;
  });
  tests.on('test:fail', (test) => {
    filled.add(isFile(test) ? resolve(test.name) : test.file);
    // A suite fails along with its test, which has been counted; by itself it fails when its hook does.
    const counted = test.details.error?.failureType === 'subtestsFailed';
    if (counted || test.skip !== undefined || test.todo !== undefined) return;
    // Node wraps what was thrown.
    const { cause, message } = test.details.error;
    fail(count, relative('.', test.file ?? test.name), test.name, String(cause?.stack ?? cause ?? message));
  });
  await new Promise((settle, fail) => {
    const report = tests.compose(new Spec());
    report.on('end', settle).on('error', fail);
    report.pipe(process.stdout, { end: false });
  });
  for (const file of files.filter((path) => !filled.has(resolve(path)))) {
    fail(count, file, 'the whole file', 'It holds no test.');
  }
  return count;
}

function fail(count, file, name, message) {
  count.failed += 1;
  count.failures.push({ file, name, message });
}

function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('.', join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function heading(words) {
  console.log(`\n${words}\n${'-'.repeat(words.length)}`);
}
