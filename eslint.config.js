import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

const nodeNames = readonly(`
  AbortController AbortSignal Blob Buffer Event EventTarget Response TextDecoder TextEncoder URL URLSearchParams
  clearInterval clearTimeout console fetch performance process queueMicrotask setImmediate setInterval setTimeout
  structuredClone
`);

const pageNames = readonly(`
  Audio CSS CSSStyleSheet CustomEvent DOMParser Element HTMLAudioElement HTMLElement HTMLMediaElement KeyboardEvent
  MutationObserver Node NodeFilter PerformanceObserver PointerEvent ShadowRoot caches customElements document frames
  getComputedStyle history localStorage location matchMedia navigator parent requestAnimationFrame sessionStorage
  trustedTypes window
`);

function readonly(names) {
  return Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, 'readonly']),
  );
}

export default defineConfig(
  {
    ignores: [
      'dist/',
      'storybook-static/',
      '.cache/',
      'coverage/',
      'node_modules/',
      'src/living-well/audio/',
      '**/*.d.ts',
    ],
  },
  typescript.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommendedTypeCheckedOnly],
    languageOptions: {
      parserOptions: { project: ['test/tsconfig.json', 'src/cli/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // `void play()` says on purpose that nobody waits; the voice itself tells when a play is refused.
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      // A signal's `reason` is whatever its owner gave, and is passed on as it is.
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      // Event listeners may be async; what they reject with is caught where it is made.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
    },
  },
  {
    files: ['src/elements/**/*.ts', 'src/context/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
    rules: {
      // WebKit forgets that a list is one when its bullets are hidden, unless it is told again.
      'lit-a11y/no-redundant-role': 'off',
      // LitElement has these callbacks itself; asking for them before each `super` call says nothing.
      'wc/guard-super-call': 'off',
      // Lit calls a listener in a template with the element as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // Chai speaks in properties: `expect(x).to.be.true`.
      '@typescript-eslint/no-unused-expressions': 'off',
      // A test hands in what the types forbid, to see what becomes of it; and a missing element fails it anyway.
      '@typescript-eslint/no-explicit-any': 'off',
      // A test presses play and listens; a promise that is refused unheard fails its file in the test runner.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: nodeNames },
    rules: { 'no-undef': 'error' },
  },
  {
    // Journeys hand functions to the page, where these names live.
    files: ['test/journeys/**/*.mjs', 'test/doors/**/*.mjs', 'stories/host-page/**/*.js', 'test/bench/**/*.mjs'],
    languageOptions: { globals: pageNames },
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
);
