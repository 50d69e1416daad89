import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const source = fileURLToPath(new URL('../../src/embed/', import.meta.url));

/** Where `dist/` will stand, unless BASE_URL says so: a domain that belongs to nobody. */
const NOWHERE = 'https://example.org/dist/';

/**
 * Fills `dist/embed/`: the pages, their style, an empty allow-list and the oEmbed answers. The modules that it is made
 * of go: the three scripts in it are whole.
 *
 * oEmbed wants absolute addresses: whoever deploys with BASE_URL set to the address of `dist/` has them right.
 */
export async function writeEmbed(dist, base = process.env.BASE_URL || NOWHERE) {
  const home = join(dist, 'embed');
  const load = (path) => import(pathToFileURL(join(dist, path)).href);
  const { parseBundle } = await load('bundle/parse.js');
  const { embedIndexHtml, embedDialogueHtml } = await load('embed/page-html.js');
  const { oEmbedOf } = await load('bundle/oembed.js');
  const { builderHtml } = await load('embed/builder-html.js');
  const { offered } = await load('embed/snippets.js');
  // Addresses as they are from the pages' own folder.
  const written = JSON.parse(readFileSync(join(dist, 'living-well/bundle.json'), 'utf8'));
  const { bundle } = parseBundle(written, new URL('living-well/bundle.json', HERE).href);
  const embed = new URL('embed/', base.replace(/\/*$/, '/')).href;

  for (const name of readdirSync(home).filter((name) => !/^(embed|host|builder)\.js$/.test(name)))
    rmSync(join(home, name));
  mkdirSync(join(home, 'oembed'));
  const write = (path, text) => writeFileSync(join(home, path), text);
  write('index.html', fromHere(embedIndexHtml(bundle)));
  write('allow.json', '{ "bundles": [] }\n');
  for (const dialogue of bundle.dialogues) {
    const { id } = dialogue;
    const oembed = oEmbedOf(bundle, dialogue, { page: `${embed}${id}.html`, embed: `${embed}index.html` });
    write(`oembed/${id}.json`, `${JSON.stringify(oembed, null, 2)}\n`);
    write(`${id}.html`, fromHere(embedDialogueHtml(bundle, dialogue, `${embed}oembed/${id}.json`)));
  }
  write('builder.html', builderHtml(offered.filter((tag) => existsSync(join(dist, 'elements', tag)))));
  for (const name of ['embed.css', 'builder.css']) cpSync(join(source, name), join(home, name));
  if (base === NOWHERE)
    console.log(`dist/embed/oembed/ names ${NOWHERE}: build with BASE_URL to name your own address.`);
}

const HERE = 'https://here.invalid/';
const fromHere = (html) => html.replaceAll(HERE, '../');
