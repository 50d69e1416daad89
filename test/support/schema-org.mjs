import assert from 'node:assert/strict';

// What schema.org publishes of the types that we write: each property with the types of value that it may have. Those of
// the types above (Thing, CreativeWork, CreativeWorkSeries, Episode, MediaObject) stand at their heirs.
const thing = { name: ['Text'], description: ['Text'], url: ['URL'], image: ['URL', 'ImageObject'], sameAs: ['URL'] };
const creativeWork = {
  ...thing,
  inLanguage: ['Language', 'Text'],
  dateCreated: ['Date'],
  associatedMedia: ['MediaObject'],
  accessibilityFeature: ['Text'],
  hasPart: ['CreativeWork'],
  isPartOf: ['CreativeWork', 'URL'],
};
const person = ['Person', 'PerformingGroup'];
const types = {
  PodcastSeries: { ...creativeWork, actor: person, webFeed: ['URL'] },
  PodcastEpisode: { ...creativeWork, actor: person, duration: ['Duration'], partOfSeries: ['CreativeWorkSeries'] },
  Clip: { ...creativeWork, actor: person, startOffset: ['Number'], endOffset: ['Number'], partOfEpisode: ['Episode'] },
  AudioObject: { ...creativeWork, contentUrl: ['URL'], encodingFormat: ['Text', 'URL'], duration: ['Duration'] },
  Person: { ...thing, jobTitle: ['Text', 'DefinedTerm'] },
};

/** The more general types that a type counts as. */
const kinds = {
  PodcastSeries: ['CreativeWorkSeries', 'CreativeWork'],
  PodcastEpisode: ['Episode', 'CreativeWork'],
  Clip: ['CreativeWork'],
  AudioObject: ['MediaObject', 'CreativeWork'],
  Person: [],
};

/** What search engines need of each, beside what schema.org allows. */
const needed = {
  PodcastSeries: ['name', 'url'],
  PodcastEpisode: ['name', 'url'],
  Clip: ['name', 'startOffset', 'url'],
  AudioObject: ['contentUrl'],
  Person: ['name'],
};

const isOf = {
  Text: (value) => typeof value === 'string' && value.trim() !== '',
  Language: () => false,
  Number: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
  Duration: (value) => /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(value),
  Date: (value) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(value),
  URL: (value, base) =>
    typeof value === 'string' && !/^(file|data|javascript):/i.test(value) && URL.canParse(value, base),
};

/**
 * Says that data is JSON-LD in the terms of schema.org: known types, known properties, values of the published ranges.
 *
 * @param {object} data
 * @param {{base?: string}} [options] Without a base, every address must be whole.
 */
export function assertSchemaOrg(data, { base } = {}) {
  const { '@context': context, ...thing } = data;
  assert.equal(context, 'https://schema.org');
  checkThing(thing, data['@type'], base);
}

function checkThing({ '@type': type, ...properties }, path, base) {
  const known = types[type];
  assert.ok(known, `${path}: schema.org has no ${type} that we know`);
  for (const name of needed[type]) assert.ok(name in properties, `${path} (${type}) has no ${name}`);
  for (const [name, value] of Object.entries(properties)) {
    const range = known[name];
    assert.ok(range, `${path}: ${type} has no property ${name}`);
    for (const one of [value].flat()) {
      if (one && typeof one === 'object') {
        const all = [one['@type'], ...(kinds[one['@type']] ?? [])];
        assert.ok(
          range.some((allowed) => all.includes(allowed)),
          `${path}.${name} may be no ${one['@type']}`,
        );
        checkThing(one, `${path}.${name}`, base);
      } else {
        const isGood = range.some((allowed) => isOf[allowed]?.(one, base));
        assert.ok(isGood, `${path}.${name} is ${JSON.stringify(one)}, and must be ${range.join(' or ')}`);
      }
    }
  }
  const { startOffset, endOffset } = properties;
  if (endOffset !== undefined) assert.ok(endOffset > startOffset, `${path} ends before it begins`);
}
