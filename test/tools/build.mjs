/** Builds `dist/`: modules, script files, schema and the built-in bundle. Prints what the script files weigh. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeEmbed } from './embed.mjs';
import { writeIntegrity } from './integrity.mjs';
import { writeManifest } from './manifest.mjs';
import { prune } from './prune.mjs';
import { printSizes } from './sizes.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');
const at = (...path) => join(root, ...path);
const run = (tool, ...args) =>
  execFileSync(process.execPath, [at('node_modules', tool), ...args], { cwd: root, stdio: 'inherit' });

rmSync(dist, { recursive: true, force: true });
run('typescript/bin/tsc', '-p', 'src/bundle/tsconfig.json');
run('typescript/bin/tsc', '-p', 'tsconfig.json');
// Compiled aside, since only the one file that rollup makes of it is shipped.
rmSync(at('.cache/cli'), { recursive: true, force: true });
run('typescript/bin/tsc', '-p', 'src/cli/tsconfig.json');
writeFlatElements();
run('rollup/dist/bin/rollup', '-c', '--silent');
chmodSync(join(dist, 'cli.js'), 0o755);
await writeSchema();
await writeManifest(dist);
copyBuiltIn();
copyStyles();
await writeEmbed(dist);
prune(dist, JSON.parse(readFileSync(at('package.json'), 'utf8')));
writeIntegrity(dist);
printSizes(dist);

/** `dist/elements/<tag>.js` and `<tag>-element.js` stand side by side, whatever the folders behind them. */
function writeFlatElements() {
  const elements = join(dist, 'elements');
  for (const { name: tag } of readdirSync(elements, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const from = `./${tag}/${tag}`;
    const speaks = existsSync(join(elements, tag, `${tag}-events.js`));
    const both = `export * from '${from}-element.js';\n${speaks ? `export * from '${from}-events.js';\n` : ''}`;
    writeFileSync(join(elements, `${tag}.js`), `import '${from}.js';\n${both}`);
    writeFileSync(join(elements, `${tag}.d.ts`), `import '${from}.js';\n${both}`);
    writeFileSync(join(elements, `${tag}-element.js`), both);
    writeFileSync(join(elements, `${tag}-element.d.ts`), both);
  }
}

async function writeSchema() {
  const { bundleJsonSchema } = await import(pathToFileURL(join(dist, 'bundle/json-schema.js')).href);
  writeFileSync(join(dist, 'bundle.schema.json'), `${JSON.stringify(bundleJsonSchema(), null, 2)}\n`);
  // They have done their work, and need packages that a user of ours has not.
  for (const file of readdirSync(join(dist, 'bundle')).filter((name) => /^(json-schema|descriptions)\./.test(name))) {
    rmSync(join(dist, 'bundle', file));
  }
}

function copyBuiltIn() {
  const to = join(dist, 'living-well');
  mkdirSync(to, { recursive: true });
  for (const part of ['bundle.json', 'art', 'audio', 'transcripts', 'LICENSE']) {
    cpSync(at('src/living-well', part), join(to, part), { recursive: true });
  }
  JSON.parse(readFileSync(join(to, 'bundle.json'), 'utf8'));
}

/** The style sheets that a page links by itself. */
function copyStyles() {
  for (const part of ['themes', 'fallback.css']) {
    cpSync(at('src/styles', part), join(dist, part), { recursive: true });
  }
}
