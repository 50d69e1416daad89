import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where a phrase is asked for, and of what. */
function askedPhrases() {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const shape = program.getSourceFile(`${root}src/locales/en-GB.ts`);
  const isPhrase = (symbol) => !!symbol?.declarations?.some((one) => one.getSourceFile() === shape);
  const asked = [];
  for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${root}src/`))) {
    const look = (node) => {
      if (ts.isPropertyAccessExpression(node) && isPhrase(checker.getSymbolAtLocation(node.name))) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        asked.push({ place: `${relative(root, file.fileName)}:${line + 1}`, of: node.expression.getText() });
      }
      ts.forEachChild(node, look);
    };
    look(file);
  }
  return asked;
}

// The build counts phrases in the place of naming them, and knows them by what they are asked of.
it('each phrase is asked for as phrases.name', () => {
  const asked = askedPhrases();
  assert.ok(asked.length > 100, `${asked.length} were found`);
  assert.deepEqual(
    asked.filter(({ of }) => !/(^|\.)phrases$/.test(of)),
    [],
  );
});
