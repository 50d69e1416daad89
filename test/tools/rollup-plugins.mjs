import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import MagicString from 'magic-string';
import ts from 'typescript';

/**
 * Lit's Trusted Types policy under our own name, and one for all copies on a page: where a page forbids duplicates, a
 * second `createPolicy` of the same name would throw.
 */
export function ownPolicy(name) {
  let found = 0;
  return {
    name: 'own-policy',
    buildStart() {
      found = 0;
    },
    transform(code, id) {
      if (!id.endsWith('/lit-html.js')) return null;
      const own = code.replace(/(\w+)\.createPolicy\("lit-html",(\{[^}]*\})\)/, (_, factory, rules) => {
        found++;
        return `(LWD_PAGE.policy??=${factory}.createPolicy(${JSON.stringify(name)},${rules}))`;
      });
      return { code: own, map: null };
    },
    buildEnd(failure) {
      if (!failure && found !== 1) this.error(`Expected to find Lit's policy once; found it ${found} times.`);
    },
  };
}

/**
 * `#name` becomes an ordinary name, one of its own in each module, which terser then shortens. ES2021 has no private
 * names, and the WeakMaps that stand in for them cost a wait on every page.
 */
export function ordinaryNames() {
  return {
    name: 'ordinary-names',
    transform(code, id) {
      if (!code.includes('#')) return null;
      const text = new MagicString(code);
      const prefix = `$${createHash('sha256').update(basename(id)).digest().readUInt32BE()}_`;
      const visit = (node) => {
        if (typeof node?.type !== 'string') return;
        if (node.type === 'PrivateIdentifier') text.overwrite(node.start, node.end, prefix + node.name);
        else for (const value of Object.values(node)) (Array.isArray(value) ? value : [value]).forEach(visit);
      };
      visit(this.parse(code));
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
    },
  };
}

/** Class fields become assignments in the constructor, as ES2021 has it. */
export function lowerFields() {
  return {
    name: 'lower-fields',
    transform(code, id) {
      if (!id.includes('/dist/')) return null;
      const { outputText, sourceMapText } = ts.transpileModule(code, {
        fileName: id,
        compilerOptions: {
          target: ts.ScriptTarget.ES2021,
          module: ts.ModuleKind.ESNext,
          useDefineForClassFields: false,
          sourceMap: true,
          allowJs: true,
        },
      });
      return { code: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, ''), map: sourceMapText };
    },
  };
}
