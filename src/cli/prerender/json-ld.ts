import { writeDuration } from '../../bundle/clock.js';
import { writeDeepLink } from '../../bundle/deep-link.js';
import { findParticipant, participantsOf } from '../../bundle/finding.js';
import type { Bundle, Text } from '../../bundle/schema.js';
import type { Read } from './series-files.js';

/** How the data is told: in which words, and with which addresses. */
export interface DataTelling {
  readonly language: string;
  /** A text in that language, without its marks. */
  readonly say: (text: Text) => string;
  /** An address as it is told to others. */
  readonly told: (address: string) => string;
  readonly pageOf: (id: string) => string;
}

/** What search engines are told of a series, in the terms of https://schema.org/PodcastSeries. */
export function seriesData(bundle: Bundle, { language, say, told, pageOf }: DataTelling): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastSeries',
    name: say(bundle.title),
    description: say(bundle.summary),
    inLanguage: language,
    url: told(bundle.url ?? 'index.html'),
    ...(bundle.image && { image: told(bundle.image.src) }),
    hasPart: bundle.dialogues.map(({ id, title }) => ({
      '@type': 'PodcastEpisode',
      name: say(title),
      url: told(pageOf(id)),
    })),
  };
}

/** What they are told of one dialogue, with its chapters and the moments of its prompts as https://schema.org/Clip. */
export function episodeData(
  bundle: Bundle,
  { dialogue, cues, chapters }: Read,
  { language, say, told, pageOf }: DataTelling,
): object {
  const { id, audio, prompts, narrator, recorded, image } = dialogue;
  const page = told(pageOf(id));
  const length = audio.duration ? { duration: writeDuration(audio.duration) } : {};
  const clip = (name: string, start: number, end = 0): object => {
    const stretch = end > start ? [start, end] : [start];
    const [startOffset, endOffset] = stretch;
    const url = page + writeDeepLink(id, ...stretch);
    return { '@type': 'Clip', name, startOffset, ...(endOffset !== undefined && { endOffset }), url };
  };
  const listed = chapters.filter(({ toc }) => toc);
  const speaker = narrator === undefined ? null : findParticipant(bundle, narrator);
  const people = [...participantsOf(bundle, dialogue), ...(speaker ? [speaker] : [])];
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastEpisode',
    name: say(dialogue.title),
    description: say(dialogue.summary),
    url: page,
    inLanguage: language,
    ...length,
    // In the bundle it may be any words; here it must be a date.
    ...(recorded && /^\d{4}(-\d\d){0,2}$/.test(recorded) && { dateCreated: recorded }),
    ...(image && { image: told(image.src) }),
    ...(cues[0] && { accessibilityFeature: ['transcript'] }),
    partOfSeries: {
      '@type': 'PodcastSeries',
      name: say(bundle.title),
      url: told(bundle.url ?? 'index.html'),
    },
    associatedMedia: audio.sources.map(({ src, type }) => ({
      '@type': 'AudioObject',
      contentUrl: told(src),
      ...(type && { encodingFormat: type }),
      ...length,
    })),
    actor: people.map(({ name, role }) => ({ '@type': 'Person', name: say(name), jobTitle: say(role) })),
    hasPart: [
      ...listed.map(({ title, startTime, endTime }, i) =>
        clip(say(title), startTime, endTime ?? listed[i + 1]?.startTime ?? audio.duration),
      ),
      ...prompts.flatMap(({ text, moment }) => (moment ? [clip(say(text), moment.start, moment.end)] : [])),
    ],
  };
}
