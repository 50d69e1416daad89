import { basename } from 'node:path';
import { parse } from 'acorn';
import MagicString from 'magic-string';
import { visit } from './rollup-plugins.mjs';

/*
 * Lit was a fifth of the weight of our script files, and most of that is for what we never ask of it. So they carry a
 * short form of it: classes of our own, below, stand in the place of those by which Lit draws, and of most of its element;
 * what we had no shorter words for is Lit's own. npm users have Lit whole. `slim-lit-draws.test.mjs` holds the one to the
 * other in a browser, step by step. We cut Lit's readable build: what terser makes of it is no heavier.
 *
 * A cut is the code that goes, or a pair of that code and what comes in its place. A space in it stands for any white
 * space, and `{…}` for a whole block. Each must be found once, or as often as its third entry says. Lit's versions are
 * among the cuts, so that no other Lit comes in unread; and `findWants` looks that we ask for nothing that is gone.
 *
 * What it cannot see: lists are arrays, and no hole shows a node of the page; `nothing` is for attributes and for what
 * stands between tags, not for `.property`, `?boolean` or `@event`; a property that is given the same object again is not
 * set again; `styles` is one style or a flat list; controllers are added in constructors; `changed` knows names but no
 * values, and an accessor of a class's own is not in it unless it has said so; `updateComplete` comes with no answer.
 */
const cuts = {
  'css-tag.js': [
    // A style is one text without expressions, and `css` is the only way to it.
    'export class CSSResult {…}',
    'const constructionToken = Symbol();',
    'const cssTagCache = new WeakMap();',
    [
      `new CSSResult(typeof value === 'string' ? value : String(value), undefined, constructionToken)`,
      `{
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(value);
        return (sheet.styleSheet = sheet);
      }`,
    ],
    ['export const css = (strings, ...values) => {…};', 'export const css = ([text]) => unsafeCSS(text);'],
    [
      `global.ShadowRoot && (global.ShadyCSS === undefined || global.ShadyCSS.nativeShadow) &&
        'adoptedStyleSheets' in Document.prototype && 'replace' in CSSStyleSheet.prototype`,
      'true',
    ],
    // What is left of `adoptStyles` is said where a shadow root is made.
    'const textFromCSSResult = (value) => {…};',
    'export const adoptStyles = (renderRoot, styles) => {…};',
  ],

  'reactive-element.js': [
    ['const DEV_MODE = true;', 'const DEV_MODE = false;'],
    ['import { getCompatibleStyle, adoptStyles, }', 'import { getCompatibleStyle }'],
    // No polyfills; and who counts the copies of Lit does it to warn of a second.
    'polyfillSupport?.({ ReactiveElement });',
    `(global.reactiveElementVersions ??= []).push('2.1.2');`,
    // No decorators, so neither metadata nor initializers nor accessors of our own.
    `Symbol.metadata ??= Symbol('metadata');`,
    'global.litPropertyMetadata ??= new WeakMap();',
    'static addInitializer(initializer) {…}',
    // Properties are declared by name in a static field, with the few options that `findWants` lets through.
    'static createProperty(name, options = defaultPropertyDeclaration) {…}',
    'static getPropertyDescriptor(name, key, options) {…}',
    'static getPropertyOptions(name) {…}',
    'static __prepare() {…}',
    [
      'static finalize() {…}',
      `static finalize() {
        if (this.hasOwnProperty('finalized')) return;
        this.finalized = true;
        const base = getPrototypeOf(this);
        base.finalize();
        this.elementProperties = new Map(base.elementProperties);
        this.__attributeToPropertyMap = new Map(base.__attributeToPropertyMap);
        this.elementStyles = [this.styles].flat();
        if (!this.hasOwnProperty('properties')) return;
        for (const [name, options] of Object.entries(this.properties)) {
          const { attribute = name.toLowerCase() } = options;
          this.elementProperties.set(name, options);
          if (attribute) this.__attributeToPropertyMap.set(attribute, name);
          if (options.noAccessor) continue;
          const key = Symbol();
          defineProperty(this.prototype, name, {
            get() {
              return this[key];
            },
            set(value) {
              const oldValue = this[key];
              this[key] = value;
              this.requestUpdate(name, oldValue);
            },
          });
        }
      }`,
    ],
    ['return (this.__attributeToPropertyMap && [', 'return ['],
    ['...this.__attributeToPropertyMap.keys()]);', '...this.__attributeToPropertyMap.keys()];'],
    'static __attributeNameForProperty(name, options) {…}',
    `ReactiveElement[JSCompiler_renameProperty('elementProperties', ReactiveElement)] = new Map();`,
    `ReactiveElement[JSCompiler_renameProperty('finalized', ReactiveElement)] = new Map();`,
    // Of what has changed we ask only which properties. No property is written back to its attribute.
    [
      'requestUpdate(name, oldValue, options, useNewValue = false, newValue) {…}',
      `requestUpdate(name, oldValue) {
        if (name !== undefined) {
          if (is(this[name], oldValue)) return;
          this._$changedProperties.add(name);
        }
        if (!this.isUpdatePending) this.__updatePromise = this.__enqueueUpdate();
      }`,
    ],
    '_$changeProperty(name, oldValue, { useDefault, reflect, wrapped }, initializeValue) {…}',
    '__propertyToAttribute(name, value) {…}',
    'update(_changedProperties) {…}',
    // An attribute gives a text, a number, or whether it is there.
    [
      'attributeChangedCallback(name, _old, value) {…}',
      `attributeChangedCallback(attribute, _old, value) {
        const { elementProperties, __attributeToPropertyMap } = this.constructor;
        const name = __attributeToPropertyMap.get(attribute);
        const { type } = elementProperties.get(name);
        this[name] = type === Boolean ? value !== null : type === Number && value !== null ? Number(value) : value;
      }`,
    ],
    '_$attributeToProperty(name, value) {…}',
    // Each element has styles: one, or a list.
    'static finalizeStyles(styles) {…}',
    'ReactiveElement.elementStyles = [];',
    'createRenderRoot() {…}',
    [
      'this.renderRoot ??= this.createRenderRoot(); this.enableUpdating(true);',
      `if (!this.renderRoot) {
        this.renderRoot = this.attachShadow({ mode: 'open' });
        this.renderRoot.adoptedStyleSheets = this.constructor.elementStyles;
        this.enableUpdating();
      }`,
    ],
    `ReactiveElement.shadowRootOptions = { mode: 'open' };`,
    // Controllers are added in constructors, and for good.
    ['(this.__controllers ??= new Set()).add(controller);', 'this.__controllers.push(controller);'],
    'if (this.renderRoot !== undefined && this.isConnected) {…}',
    'removeController(controller) {…}',
    ['this.__controllers?.forEach((c) => c.hostConnected', 'this.__controllers.forEach((c) => c.hostConnected'],
    ['this.__controllers?.forEach((c) => c.hostDisconnected', 'this.__controllers.forEach((c) => c.hostDisconnected'],
    // What need not be said to begin with.
    [
      'constructor() {…}',
      `constructor() {
        super();
        this.__controllers = [];
        this.__instanceProperties = new Map();
        for (const name of this.constructor.elementProperties.keys()) {
          if (this.hasOwnProperty(name)) {
            this.__instanceProperties.set(name, this[name]);
            delete this[name];
          }
        }
        this.__updatePromise = new Promise((resolve) => (this.enableUpdating = resolve));
        this.__markUpdated();
        this.requestUpdate();
      }`,
    ],
    '__initialize() {…}',
    '__saveInstanceProperties() {…}',
    'enableUpdating(_requestedUpdate) {…}',
    // Nobody but Lit begins an update, nobody refuses one, and none comes before the element has been in the page.
    ['const result = this.scheduleUpdate(); if (result != null) {…}', 'this.performUpdate();'],
    ['return !this.isUpdatePending;', ''],
    'scheduleUpdate() {…}',
    [
      'performUpdate() {…}',
      `performUpdate() {
        this.__instanceProperties.forEach((value, name) => {
          this[name] = value;
        });
        this.__instanceProperties.clear();
        const changed = this._$changedProperties;
        try {
          this.willUpdate(changed);
          this.update();
        } catch (e) {
          this.__markUpdated();
          throw e;
        }
        this.__controllers.forEach((c) => c.hostUpdated?.());
        this.updated(changed);
      }`,
    ],
    [
      'this._$changedProperties = new Map(); this.isUpdatePending',
      'this._$changedProperties = new Set(); this.isUpdatePending',
    ],
    '_$didUpdate(changedProperties) {…}',
    ['return this.getUpdateComplete();', 'return this.__updatePromise;'],
    'getUpdateComplete() {…}',
    'shouldUpdate(_changedProperties) {…}',
    'firstUpdated(_changedProperties) {…}',
  ],

  'lit-element.js': [
    ['const DEV_MODE = true;', 'const DEV_MODE = false;'],
    'polyfillSupport?.({ LitElement });',
    'global.litElementHydrateSupport?.({ LitElement });',
    `(global.litElementVersions ??= []).push('4.2.2');`,
    `LitElement['_$litElement$'] = true;`,
    [`[JSCompiler_renameProperty('finalized', LitElement)]`, '.finalized'],
    // Without directives no part of a template needs to know whether it is in the page, or for whom it is drawn.
    'constructor() {…}',
    'createRenderRoot() {…}',
    [
      'update(changedProperties) {…}',
      `update() {
        const value = this.render();
        this.__markUpdated();
        render(value, this.renderRoot);
      }`,
    ],
    'connectedCallback() {…}',
    'disconnectedCallback() {…}',
    'render() {…}',
  ],

  'lit-html.js': [
    ['const DEV_MODE = true;', 'const DEV_MODE = false;'],
    ['const ENABLE_EXTRA_SECURITY_HOOKS = true;', 'const ENABLE_EXTRA_SECURITY_HOOKS = false;'],
    'polyfillSupport?.(Template, ChildPart);',
    `(global.litHtmlVersions ??= []).push('3.3.3');`,
    ['const ENABLE_SHADYDOM_NOPATCH = true;', 'const ENABLE_SHADYDOM_NOPATCH = false;'],
    // What a hole between tags shows is text, a template, a list of both, or nothing. A style or a text of the page's own
    // never comes near `innerHTML`: only our strings do, so the marks in them need not be hard to guess.
    ["const boundAttributeSuffix = '$lit$';", "const marker = '$lit$';"],
    ['const marker = `lit$${Math.random().toFixed(9).slice(2)}$`;', ''],
    [`Symbol.for('lit-nothing')`, 'Symbol()'],
    // A hole has its own end. Lit takes the text that follows, and loses it in a page that a browser has translated.
    ['const nodeMarker = `<${markerMatch}>`;', 'const nodeMarker = `<${markerMatch}><?>`;'],
    [`value === null || (typeof value != 'object' && typeof value != 'function')`, 'Object(value) !== value'],
    [
      'trustFromTemplateString(tsa, stringFromTSA) {…}',
      'trust(html) { return policy ? policy.createHTML(html) : html; }',
    ],
    'const getTemplateHtml = (strings, type) => {…};',
    // `findWants` has seen each template: a hole is a whole attribute or stands between two tags.
    [
      'class Template {…}',
      `class Template {
        constructor({ strings, ['_$litType$']: type }) {
          const names = [];
          let html = type === SVG_RESULT ? '<svg>' : '';
          for (const text of strings.slice(0, -1)) {
            const name = /(\\S+)=$/.exec(text);
            if (name) names.push(name[1]);
            html += name ? text.slice(0, -1) + marker : text + nodeMarker;
          }
          this.el = d.createElement('template');
          this.el.innerHTML = trust(html + strings.at(-1));
          if (type === SVG_RESULT) {
            const wrapper = this.el.content.firstChild;
            wrapper.replaceWith(...wrapper.childNodes);
          }
          this.parts = [];
          walker.currentNode = this.el.content;
          for (let node, index = 1; (node = walker.nextNode()); index++) {
            if (node.data === markerMatch) this.parts.push([index]);
            if (node.nodeType > 1) continue;
            for (const name of node.getAttributeNames()) {
              if (!name.endsWith(marker)) continue;
              this.parts.push([index, names.shift()]);
              node.removeAttribute(name);
            }
          }
        }
      }`,
    ],
    // Without directives and element holes a part has a value, and need not know its parents.
    [
      'class TemplateInstance {…}',
      `class TemplateInstance {
        constructor(template) {
          const fragment = d.importNode(template.el.content, true);
          let node;
          let at = 0;
          walker.currentNode = fragment;
          this._$template = template;
          this.fragment = fragment;
          this._$parts = template.parts.map(([index, name]) => {
            for (; at < index; at++) node = walker.nextNode();
            return name ? new AttributePart(node, name) : new ChildPart(node, node.nextSibling);
          });
        }
        _update(values) {
          this._$parts.forEach((part, i) => part._$setValue(values[i]));
        }
      }`,
    ],
    [
      'class ChildPart {…}',
      `class ChildPart {
        constructor(startNode, endNode) {
          this._$startNode = startNode;
          this._$endNode = endNode;
        }
        _$setValue(value) {
          const old = this._$committedValue;
          if (value === nothing || value == null || value === '') {
            this._$clear();
            this._$committedValue = undefined;
          } else if (isPrimitive(value)) {
            if (value === old) return;
            if (old !== undefined && isPrimitive(old)) this._$startNode.nextSibling.data = value;
            else this._commitNode(d.createTextNode(value));
            this._$committedValue = value;
          } else if (isArray(value)) this._commitIterable(value);
          else this._commitTemplateResult(value);
        }
        _insert(node) {
          return this._$startNode.parentNode.insertBefore(node, this._$endNode);
        }
        _commitNode(node) {
          this._$clear();
          this._insert(node);
        }
        _commitTemplateResult(result) {
          const { strings, values } = result;
          let template = templateCache.get(strings);
          if (!template) templateCache.set(strings, (template = new Template(result)));
          let instance = this._$committedValue;
          if (instance?._$template === template) return instance._update(values);
          instance = new TemplateInstance(template);
          instance._update(values);
          this._commitNode(instance.fragment);
          this._$committedValue = instance;
        }
        _commitIterable(values) {
          if (!isArray(this._$committedValue)) {
            this._$committedValue = [];
            this._$clear();
          }
          const parts = this._$committedValue;
          values.forEach((value, i) => {
            parts[i] ??= new ChildPart(this._insert(createMarker()), this._insert(createMarker()));
            parts[i]._$setValue(value);
          });
          if (values.length < parts.length) {
            this._$clear(parts[values.length]._$startNode);
            parts.length = values.length;
          }
        }
        _$clear(start = this._$startNode.nextSibling) {
          while (start !== this._$endNode) {
            const next = start.nextSibling;
            start.remove();
            start = next;
          }
        }
      }`,
    ],
    // Listeners are arrow functions.
    [
      'class AttributePart {…}',
      `class AttributePart {
        constructor(element, name) {
          this._$committedValue = nothing;
          this.element = element;
          [, this._kind, this.name] = /([.?@])?(.*)/.exec(name);
        }
        _$setValue(value) {
          const { element, name, _kind, _$committedValue } = this;
          if (value === _$committedValue) return;
          this._$committedValue = value;
          if (_kind === '.') element[name] = value;
          else if (_kind === '?') element.toggleAttribute(name, !!value);
          else if (_kind) _$committedValue === nothing && element.addEventListener(name, (e) => this._$committedValue(e));
          else if (value === nothing) element.removeAttribute(name);
          else element.setAttribute(name, value ?? '');
        }
      }`,
    ],
    'class PropertyPart extends AttributePart {…}',
    'class BooleanAttributePart extends AttributePart {…}',
    'class EventPart extends AttributePart {…}',
    'class ElementPart {…}',
    'export const _$LH = {…};',
    // What we draw into holds nothing else.
    [
      'export const render = (value, container, options) => {…};',
      `export const render = (value, container) => {
        const part = (container['_$litPart$'] ??= new ChildPart(container.appendChild(createMarker()), null));
        part._$setValue(value);
      };`,
    ],
  ],
};

/** What may be had from Lit. */
const had = {
  lit: ['LitElement', 'css', 'html', 'nothing', 'render', 'svg', 'unsafeCSS'],
  '@lit/context': ['ContextEvent', 'createContext'],
};

/** Members that are gone, and that a class could call, or hope to be called by. */
const gone = [
  'firstUpdated',
  'getUpdateComplete',
  'hasUpdated',
  'hostUpdate',
  'performUpdate',
  'removeController',
  'renderOptions',
  'scheduleUpdate',
  'shouldUpdate',
];

/**
 * Takes out of Lit's readable build what we never ask of it, and looks at our own modules that they do not. To stand
 * behind all that changes our templates.
 */
export function slimLit() {
  const slimmed = new Set();
  return {
    name: 'slim-lit',
    transform(code, id) {
      if (!id.includes('/node_modules/')) {
        const [want] = findWants(this.parse(code));
        if (want) this.error(`${want}: the script files have no such thing of Lit. See test/tools/slim-lit.mjs.`);
      }
      if (!/\/(reactive-element|lit-element|lit-html)\/development\//.test(id)) return null;
      slimmed.add(basename(id));
      const text = new MagicString(code);
      const bare = withoutComments(code);
      for (const cut of cuts[basename(id)] ?? []) {
        const [from, to = '', times = 1] = [cut].flat();
        const places = find(bare, from);
        if (places.length !== times) {
          this.error(
            `Expected to find this ${times === 1 ? 'once' : `${times} times`}; found it ${places.length} times: ${from}`,
          );
        }
        // A blank, since nothing at all cannot be put anywhere.
        for (const [start, end] of places) text.update(start, end, to || ' ');
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
    buildEnd(failure) {
      const missed = Object.keys(cuts).filter((file) => !slimmed.has(file));
      if (!failure && missed.length > 0) this.error(`Expected to find Lit's readable ${missed.join(', ')}.`);
    },
  };
}

/** What a module of ours, as a syntax tree, wants of Lit that is gone: a few words for each. */
export function findWants(tree) {
  const wants = [];
  visit(tree, (node) => {
    const { type, source, specifiers, tag, quasi, key, property, left, right, callee } = node;
    if (type === 'ImportDeclaration' && /^@?lit(-\w+)?(\/|$)/.test(source.value)) {
      const names = specifiers.map(({ imported }) => imported?.name ?? '*');
      wants.push(
        ...names.filter((name) => !had[source.value]?.includes(name)).map((name) => `${name} of ${source.value}`),
      );
    }
    const name = (type === 'MethodDefinition' ? key : property)?.name;
    if (gone.includes(name)) wants.push(name);
    if (type === 'CallExpression' && callee.property?.name === 'requestUpdate' && node.arguments.length > 0) {
      wants.push('requestUpdate() with a name');
    }
    if (type === 'AssignmentExpression' && left.property?.name === 'properties') wants.push(...findOptions(right));
    if (type === 'ClassBody') wants.push(...findAccessors(node));
    if (type === 'TaggedTemplateExpression' && tag.name === 'css' && quasi.expressions.length > 0) {
      wants.push('a style with an expression');
    }
    if (type === 'TaggedTemplateExpression' && /^(html|svg)$/.test(tag.name)) {
      wants.push(...findHoles(quasi.quasis.map(({ value }) => value.cooked)));
    }
  });
  return wants;
}

/** What the declaration of an element's properties wants that is gone. */
function findOptions({ properties }) {
  return properties.flatMap(({ key, value }) => {
    const options = new Map(value.properties?.map((option) => [option.key.name, option.value.name ?? '']));
    const isKnown = [...options.keys()].every((name) => /^(attribute|noAccessor|type)$/.test(name));
    return isKnown && /^(Boolean|Number|String)?$/.test(options.get('type') ?? '') ? [] : `the options of ${key.name}`;
  });
}

/** The accessors of a class that stand for a property of it, unless that says `noAccessor`: they would be written over. */
function findAccessors({ body }) {
  const own = body.filter(({ kind, static: isStatic }) => kind === 'set' && !isStatic).map(({ key }) => key.name);
  const declared = body
    .filter(({ type }) => type === 'StaticBlock')
    .flatMap((block) => block.body.map(({ expression }) => expression))
    .filter((expression) => expression?.left?.property?.name === 'properties')
    .flatMap(({ right }) => right.properties);
  const isTaken = ({ key, value }) =>
    own.includes(key.name) && !value.properties?.some((option) => option.key.name === 'noAccessor');
  return declared.filter(isTaken).map(({ key }) => `an accessor for ${key.name}`);
}

/** What a template wants that is gone, if it is more than whole attributes and what stands between tags. */
function findHoles(strings) {
  const text = strings.join('${}');
  const rest = text.replace(/\s[.?@]?[\w-]+=\$\{\}(?=[\s>])/g, '');
  if (/<[^>]*\$\{\}|=\$\{\}/.test(rest)) return [`such a hole as in ${text}`];
  if (/<(!--|script|style|textarea(?![^>]*><\/textarea>)|title|template)/i.test(text))
    return [`such a tag as in ${text}`];
  return [];
}

/** The code with blanks for comments, so that places stay. */
function withoutComments(code) {
  let bare = code;
  const onComment = (_isBlock, _text, start, end) => {
    bare = bare.slice(0, start) + ' '.repeat(end - start) + bare.slice(end);
  };
  parse(code, { ecmaVersion: 'latest', sourceType: 'module', onComment });
  return bare;
}

/** Where a cut's code stands: pairs of start and end. */
function find(code, from) {
  const [head, ...tails] = from.split('{…}').map((part) => part.replace(/[^\w\s]/g, '\\$&').replace(/\s+/g, '\\s*'));
  return [...code.matchAll(new RegExp(/^\w/.test(head) ? `\\b${head}` : head, 'g'))].flatMap(
    ({ index, 0: { length } }) => {
      let end = index + length;
      for (const tail of tails) {
        const rest = new RegExp(`\\s*${tail}`, 'y');
        rest.lastIndex = endOfBlock(code, end);
        if (!rest.lastIndex || !rest.test(code)) return [];
        end = rest.lastIndex;
      }
      return [[index, end]];
    },
  );
}

/** The place behind the block that begins here; 0 if none does. */
function endOfBlock(code, start) {
  if (code[start] !== '{') return 0;
  for (let depth = 0, at = start; ; at++) {
    if (code[at] === '{') depth++;
    if (code[at] === '}' && --depth === 0) return at + 1;
  }
}
