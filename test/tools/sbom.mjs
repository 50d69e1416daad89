// Writes dist/sbom.cdx.json: what the package asks for, and what its one-file command line has taken in. A step of a
// release, and not of a build: it bears the time at which it was made.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const isWindows = process.platform === 'win32';
const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
const text = execFileSync(isWindows ? 'npm.cmd' : 'npm', words, {
  cwd: root,
  shell: isWindows,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
});
const bill = JSON.parse(text);
// The build writes these beside the command line, as their licences ask.
const inside = new Set(
  [...readFileSync(`${root}/dist/cli.licences.txt`, 'utf8').matchAll(/^(\S+ \d+\.\d+\.\d\S*), /gm)].map(
    ([, one]) => one,
  ),
);
const isTool = ({ properties = [] }) => properties.some(({ name }) => name === 'cdx:npm:package:development');
const isOurs = (part) =>
  !isTool(part) || inside.has(`${part.group ? `${part.group}/` : ''}${part.name} ${part.version}`);
bill.components = bill.components.filter(isOurs);
const kept = new Set([bill.metadata.component, ...bill.components].map((part) => part['bom-ref']));
bill.dependencies = bill.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
// Its folder's name, as npm gives it, tells of this machine.
bill.metadata.component.name = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).name;
writeFileSync(`${root}/dist/sbom.cdx.json`, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`dist/sbom.cdx.json names ${bill.components.length} packages.`);
