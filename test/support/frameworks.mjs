// Pages made by frameworks as their own compilers and run-time code make them: React, Vue, Svelte and Angular.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);
const driver = (name) => fileURLToPath(new URL(`frameworks/${name}`, import.meta.url));

/**
 * Each has the end of its files' names, the module that puts a component on a page, how a server
 * draws one, and what its compiler does. Only what is asked for is loaded.
 */
export const frameworks = {
  React: {
    ending: 'jsx',
    driver: driver('react.mjs'),
    server: `import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
export const draw = (given) => renderToString(createElement(Page, given));`,
  },

  Vue: {
    ending: 'vue',
    driver: driver('vue.mjs'),
    server: `import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
export const draw = (given) => renderToString(createSSRApp(Page, given));`,
    compile(text, { filename, isServer, settings = {} }) {
      const { compileScript, parse } = require('vue/compiler-sfc');
      const { descriptor, errors } = parse(text, {
        filename,
        templateParseOptions: settings.compilerOptions,
      });
      if (errors.length) throw errors[0];
      const { content } = compileScript(descriptor, {
        id: 'page',
        inlineTemplate: true,
        templateOptions: { ...settings, ssr: isServer, ssrCssVars: [] },
      });
      return content;
    },
  },

  Svelte: {
    ending: 'svelte',
    driver: driver('svelte.svelte.mjs'),
    server: `import { render } from 'svelte/server';
export const draw = (given) => render(Page, { props: given }).body;`,
    async compile(text, { filename, isServer }) {
      const { compile, compileModule } = await import('svelte/compiler');
      const generate = isServer ? 'server' : 'client';
      const { js, warnings } = filename.endsWith('.mjs')
        ? compileModule(text, { filename, generate })
        : compile(text, { filename, generate });
      if (warnings.length) throw new Error(warnings.map(String).join('\n'));
      return js.code;
    },
  },

  // Without its command line: the templates are compiled in the page, which Angular calls JIT.
  Angular: {
    ending: 'ts',
    driver: driver('angular.mjs'),
    compile(text, { filename }) {
      const { ModuleKind, ScriptTarget, transpileModule } = require('typescript');
      const compilerOptions = {
        target: ScriptTarget.ES2022,
        module: ModuleKind.ESNext,
        experimentalDecorators: true,
        useDefineForClassFields: false,
      };
      return transpileModule(text, { fileName: filename, compilerOptions }).outputText;
    },
  },
};

/**
 * The script of a page that draws one component. It gives the page a `draw(given)`, which returns `update(given)` and
 * `unmount()`.
 *
 * @param {keyof typeof frameworks} name
 * @param {string} file The component, which the file exports as `Page` or by default.
 * @param {object} [settings] What the README says to tell the framework's compiler.
 */
export async function pageScript(name, file, settings) {
  const entry = `import { draw } from ${JSON.stringify(frameworks[name].driver)};
import * as module from ${JSON.stringify(file)};
globalThis.draw = (given) => draw(document.querySelector('#app'), module.default ?? module.Page, given);`;
  const { output } = await bundled(name, entry, { settings, format: 'iife' });
  return output[0].code;
}

/** A function that draws the same component into text, as a server does, with our package as Node finds it. */
export async function serverDrawing(name, file, { home, settings }) {
  const entry = `import * as module from ${JSON.stringify(file)};
const Page = module.default ?? module.Page;
${frameworks[name].server}`;
  const { output } = await bundled(name, entry, { settings, format: 'es', isServer: true });
  const drawing = join(home, `${basename(file)}.mjs`);
  writeFileSync(drawing, output[0].code);
  return (await import(pathToFileURL(drawing).href)).draw;
}

async function bundled(name, entry, { settings, format, isServer = false }) {
  const { compile, ending } = frameworks[name];
  const plugin = {
    name: 'of-the-framework',
    enforce: 'pre',
    resolveId: (id) => (id === 'entry' ? '\0entry' : null),
    async load(id) {
      if (id === '\0entry') return { code: entry, moduleType: 'js' };
    },
    async transform(text, filename) {
      if (!compile || !(filename.endsWith(`.${ending}`) || filename.endsWith(`.${ending}.mjs`))) return;
      return { code: await compile(text, { filename, isServer, settings }), moduleType: 'js' };
    },
  };
  return [
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      plugins: [plugin],
      ssr: { external: ['living-well-dialogues'] },
      // Frameworks say more of what is wrong while one develops; Lit says that it is being developed, which is no news.
      define: {
        'process.env.NODE_ENV': '"development"',
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
      },
      build: {
        minify: false,
        write: false,
        ssr: isServer,
        rollupOptions: { input: 'entry', output: { format, codeSplitting: false } },
      },
    }),
  ].flat()[0];
}
