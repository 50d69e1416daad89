import { basename } from 'node:path';
import { parse } from 'acorn';
import MagicString from 'magic-string';
import { visit } from './rollup-plugins.mjs';

/*
 * Lit was a fifth of the weight of our script files, and half of that is for what we never ask of it. The build takes
 * it out; npm users have Lit whole. We cut Lit's readable build: what terser makes of it is no heavier.
 *
 * A cut is the code that goes, or a pair of that code and what comes in its place. A space in it stands for any white
 * space, and `{…}` for a whole block. Each must be found once, or as often as its third entry says. Lit's versions are
 * among the cuts, so that no other Lit comes in unread; and `findWants` looks that we ask for nothing that is gone.
 */
const cuts = {
  'css-tag.js': [
    // The script has gone away already where the document cannot adopt style sheets.
    [
      `global.ShadowRoot && (global.ShadyCSS === undefined || global.ShadyCSS.nativeShadow) &&
        'adoptedStyleSheets' in Document.prototype && 'replace' in CSSStyleSheet.prototype`,
      'true',
    ],
    // A style is one text without expressions, and `css` is the only way to it.
    `this['_$cssResult$'] = true;`,
    'if (safeToken !== constructionToken) {…}',
    'this._strings = strings;',
    'const strings = this._strings;',
    ['strings !== undefined && strings.length === 1', 'false'],
    ['strings.length === 1 ?', 'true ?'],
    ['new CSSResult(cssText, strings, constructionToken)', 'new CSSResult(cssText)'],
    ['s instanceof CSSStyleSheet ? s : s.styleSheet', 's.styleSheet'],
    'toString() {…}',
  ],

  'reactive-element.js': [
    ['const DEV_MODE = true;', 'const DEV_MODE = false;'],
    // No polyfills; and who counts the copies of Lit does it to warn of a second.
    'polyfillSupport?.({ ReactiveElement });',
    `(global.reactiveElementVersions ??= []).push('2.1.2');`,
    // No decorators, so neither metadata nor initializers nor accessors of our own.
    `Symbol.metadata ??= Symbol('metadata');`,
    'global.litPropertyMetadata ??= new WeakMap();',
    'const metadata = this[Symbol.metadata]; if (metadata !== null) {…}',
    'static addInitializer(initializer) {…}',
    'this.constructor._initializers?.forEach((i) => i(this));',
    // Properties are declared by name in a static field, with the few options that `findWants` lets through.
    ['[ ...getOwnPropertyNames(props), ...getOwnPropertySymbols(props), ]', 'Object.keys(props)'],
    [
      'static createProperty(name, options = defaultPropertyDeclaration) {…}',
      `static createProperty(name, options) {
        this.elementProperties.set(name, options);
        if (options.noAccessor) return;
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
          configurable: true,
          enumerable: true,
        });
      }`,
    ],
    'static getPropertyDescriptor(name, key, options) {…}',
    'static getPropertyOptions(name) {…}',
    ['ctor.getPropertyOptions(propName)', 'ctor.elementProperties.get(propName)'],
    'static __prepare() {…}',
    [
      'this.finalized = true; this.__prepare();',
      `this.finalized = true;
      const superCtor = getPrototypeOf(this);
      superCtor.finalize();
      this.elementProperties = new Map(superCtor.elementProperties);`,
    ],
    [`JSCompiler_renameProperty('finalized', this)`, `'finalized'`],
    [`JSCompiler_renameProperty('properties', this)`, `'properties'`],
    [`[JSCompiler_renameProperty('elementProperties', ReactiveElement)]`, '.elementProperties'],
    `ReactiveElement[JSCompiler_renameProperty('finalized', ReactiveElement)] = new Map();`,
    [`typeof name === 'string' ? name.toLowerCase() : undefined`, 'name.toLowerCase()'],
    // No property is written back to its attribute.
    [
      'requestUpdate(name, oldValue, options, useNewValue = false, newValue) {…}',
      `requestUpdate(name, oldValue) {
        if (name !== undefined) {
          if (!notEqual(this[name], oldValue)) return;
          const changed = this._$changedProperties;
          if (!changed.has(name)) changed.set(name, this.hasUpdated ? oldValue : undefined);
        }
        if (this.isUpdatePending === false) this.__updatePromise = this.__enqueueUpdate();
      }`,
    ],
    '_$changeProperty(name, oldValue, { useDefault, reflect, wrapped }, initializeValue) {…}',
    '__propertyToAttribute(name, value) {…}',
    'this.__reflectingProperties &&= this.__reflectingProperties.forEach((p) => this.__propertyToAttribute(p, this[p]));',
    ['propName !== undefined && this.__reflectingProperty !== propName', 'propName !== undefined'],
    ['this.__reflectingProperty = propName;', ''],
    ['const convertedValue = converter.fromAttribute(value, options.type);', ''],
    [
      'convertedValue ?? this.__defaultValues?.get(propName) ?? convertedValue; this.__reflectingProperty = null;',
      'defaultConverter.fromAttribute(value, options.type);',
    ],
    // An attribute gives a text, a number, or whether it is there.
    'toAttribute(value, type) {…},',
    'case Object: case Array: try {…} catch (e) {…} break;',
    `const converter = typeof options.converter === 'function' ? { fromAttribute: options.converter } :
      options.converter?.fromAttribute !== undefined ? options.converter : defaultConverter;`,
    'attributeChangedCallback(name, _old, value) {…}',
    ['_$attributeToProperty(name, value) {', 'attributeChangedCallback(name, _old, value) {'],
    // Each element has styles: one, or a list.
    'static finalizeStyles(styles) {…}',
    ['this.finalizeStyles(this.styles)', '[this.styles].flat()'],
    'ReactiveElement.elementStyles = [];',
    ['this.constructor.shadowRootOptions', `{ mode: 'open' }`],
    `ReactiveElement.shadowRootOptions = { mode: 'open' };`,
    // Controllers are added in constructors, and for good.
    'if (this.renderRoot !== undefined && this.isConnected) {…}',
    'removeController(controller) {…}',
    // What need not be said to begin with.
    ['super(); this.__instanceProperties = undefined;', 'super();'],
    'this.__reflectingProperty = null; this.__initialize(); } __initialize() {',
    'enableUpdating(_requestedUpdate) {…}',
    // Nobody but Lit begins an update, nobody refuses one, and none comes before the element has been in the page.
    ['const result = this.scheduleUpdate(); if (result != null) {…}', 'this.performUpdate();'],
    'scheduleUpdate() {…}',
    [
      'performUpdate() {…}',
      `performUpdate() {
        this.__instanceProperties?.forEach((value, name) => {
          this[name] = value;
        });
        this.__instanceProperties = undefined;
        const changedProperties = this._$changedProperties;
        try {
          this.willUpdate(changedProperties);
          this.__controllers?.forEach((c) => c.hostUpdate?.());
          this.update(changedProperties);
        } catch (e) {
          this.__markUpdated();
          throw e;
        }
        this.__controllers?.forEach((c) => c.hostUpdated?.());
        this.hasUpdated = true;
        this.updated(changedProperties);
      }`,
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
    'if (!this.hasUpdated) {…}',
    ['this.__childPart = render(value, this.renderRoot, this.renderOptions)', 'render(value, this.renderRoot)'],
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
    ['wrap(', '(', 12],
    // `findWants` has seen each template: a hole is a whole attribute or stands between two tags.
    [
      'const getTemplateHtml = (strings, type) => {…};',
      `const getTemplateHtml = (strings, type) => {
        const attrNames = [];
        let html = '';
        for (const s of strings.slice(0, -1)) {
          const name = /([^\\s]+)=$/.exec(s);
          if (name) attrNames.push(name[1]);
          html += name ? s.slice(0, -1) + boundAttributeSuffix + '=' + marker : s + nodeMarker;
        }
        html += strings[strings.length - 1] || '<?>';
        return [trustFromTemplateString(strings, type === SVG_RESULT ? '<svg>' + html + '</svg>' : html), attrNames];
      };`,
    ],
    'const partCount = strings.length - 1;',
    '&& parts.length < partCount',
    ['type === SVG_RESULT || type === MATHML_RESULT', 'type === SVG_RESULT'],
    [
      'this.el = Template.createElement(html, options);',
      `this.el = d.createElement('template'); this.el.innerHTML = html;`,
    ],
    'static createElement(html, _options) {…}',
    ['node.hasAttributes()', 'true'],
    'const value = node.getAttribute(name); const statics = value.split(marker);',
    'strings: statics,',
    'type: ATTRIBUTE_PART,',
    'else if (name.startsWith(marker)) {…}',
    'if (rawTextElement.test(node.tagName)) {…}',
    [
      'else if (node.nodeType === 8) {…}',
      'else if (node.data === markerMatch) parts.push({ type: CHILD_PART, index: nodeIndex });',
    ],
    // Without directives and element holes a part has a value, and need not know its parents.
    ['get parentNode() {…}', '', 2],
    ['get _$isConnected() {…}', '', 4],
    ['this._$disconnectableChildren = undefined;', '', 4],
    ['this._$parent = parent;', '', 4],
    ['this.options = options;', '', 3],
    ['constructor(template, parent) {', 'constructor(template) {'],
    ['new TemplateInstance(template, this)', 'new TemplateInstance(template)'],
    ['_clone(options) {', '_clone() {'],
    ['instance._clone(this.options)', 'instance._clone()'],
    ['(options?.creationScope ?? d)', 'd'],
    ['node.nextSibling, this, options)', 'node.nextSibling)'],
    ['else if (templatePart.type === ATTRIBUTE_PART) {', 'else {'],
    ['templatePart.name, templatePart.strings, this, options)', 'templatePart.name)'],
    'else if (templatePart.type === ELEMENT_PART) {…}',
    ['if (part !== undefined)', 'if (true)'],
    ['if (part.strings !== undefined) {…} else {', '{'],
    ['constructor(startNode, endNode, parent, options) {', 'constructor(startNode, endNode) {'],
    ['this._insert(createMarker()), this, this.options)', 'this._insert(createMarker()))'],
    'this.type = CHILD_PART;',
    'this.__isConnected = options?.isConnected ?? true;',
    'get startNode() {…}',
    'get endNode() {…}',
    'this._$notifyConnectionChanged?.(false, true, from);',
    'setConnected(isConnected) {…}',
    // What a hole between tags shows is text, a template, a list of both, or nothing.
    ['_$setValue(value, directiveParent = this) {', '_$setValue(value) {'],
    'value = resolveDirective(this, value, directiveParent);',
    ['value !== this._$committedValue && value !== noChange', 'value !== this._$committedValue', 2],
    'else if (value.nodeType !== undefined) {…}',
    ['else if (isIterable(value)) {…} else {…}', 'else { this._commitIterable(value); }'],
    [
      "const { values, ['_$litType$']: type } = result; const template = typeof type === 'number' ? this._$getTemplate(result) : (type.el === undefined && (type.el = Template.createElement(trustFromTemplateString(type.h, type.h[0]), this.options)), type);",
      'const { values } = result; const template = this._$getTemplate(result);',
    ],
    'get tagName() {…}',
    [
      'constructor(element, name, strings, parent, options) { this.type = ATTRIBUTE_PART;',
      'constructor(element, name) {',
    ],
    "if (strings.length > 2 || strings[0] !== '' || strings[1] !== '') {…} else {…}",
    [
      '_$setValue(value, directiveParent = this, valueIndex, noCommit) {…}',
      `_$setValue(value) {
        if (value !== this._$committedValue) {
          this._$committedValue = value;
          this._commitValue(value);
        }
      }`,
    ],
    'constructor() { super(...arguments); this.type = PROPERTY_PART; }',
    'constructor() { super(...arguments); this.type = BOOLEAN_ATTRIBUTE_PART; }',
    // Listeners are arrow functions.
    'constructor(element, name, strings, parent, options) { super(element, name, strings, parent, options); this.type = EVENT_PART; if (DEV_MODE && this.strings !== undefined) {…} }',
    [
      '_$setValue(newListener, directiveParent = this) {…}',
      `_$setValue(newListener) {
        if (this._$committedValue === nothing) this.element.addEventListener(this.name, this);
        this._$committedValue = newListener;
      }`,
    ],
    ["if (typeof this._$committedValue === 'function') {…} else {…}", 'this._$committedValue(event);'],
    // What we draw into holds nothing else.
    ['const partOwnerNode = options?.renderBefore ?? container;', ''],
    ["partOwnerNode['_$litPart$']", "container['_$litPart$']", 2],
    ['const endNode = options?.renderBefore ?? null;', ''],
    [
      'container.insertBefore(createMarker(), endNode), endNode, undefined, options ?? {})',
      'container.appendChild(createMarker()), null)',
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
