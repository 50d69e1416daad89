import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { LOOKED_UP } from './rollup-plugins.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The phrases that are asked for by their name, and of what; and those that are found by a text. */
function askedPhrases() {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const shape = program.getSourceFile(`${root}src/locales/en-GB.ts`);
  const isPhrase = (symbol) => !!symbol?.declarations?.some((one) => one.getSourceFile() === shape);
  const asked = [];
  const lookedUp = new Set();
  for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${root}src/`))) {
    const look = (node) => {
      if (ts.isPropertyAccessExpression(node) && isPhrase(checker.getSymbolAtLocation(node.name))) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        asked.push({ place: `${relative(root, file.fileName)}:${line + 1}`, of: node.expression.getText() });
      }
      if (ts.isElementAccessExpression(node) && checker.getTypeAtLocation(node.expression).getProperty(SOME_PHRASE)) {
        const text = checker.getTypeAtLocation(node.argumentExpression);
        for (const { value } of text.isUnion() ? text.types : [text]) lookedUp.add(value);
      }
      ts.forEachChild(node, look);
    };
    look(file);
  }
  return { asked, lookedUp: [...lookedUp] };
}

/** Nothing but phrases has such a property. */
const SOME_PHRASE = 'welcomeHow';

// The build counts phrases in the place of naming them, and knows them by what they are asked of.
const { asked, lookedUp } = askedPhrases();

it('each phrase is asked for as phrases.name', () => {
  assert.ok(asked.length > 100, `${asked.length} were found`);
  assert.deepEqual(
    asked.filter(({ of }) => !/(^|\.)phrases$/.test(of)),
    [],
  );
});

it('the build knows which phrases are looked up', () => {
  assert.deepEqual(lookedUp.sort(), [...LOOKED_UP].sort());
});
