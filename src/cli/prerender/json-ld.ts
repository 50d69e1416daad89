import { writeDuration } from '../../bundle/clock.js';
import { findParticipant, participantsOf } from '../../bundle/finding.js';
import type { Bundle, Dialogue, Text } from '../../bundle/schema.js';
import { plainText } from '../../embed/plain-text.js';

/** What search engines are told of a series, in the terms of https://schema.org/PodcastSeries. */
export function seriesData(bundle: Bundle, pageOf: (id: string) => string): object {
  const say = (text: Text) => plainText(text, bundle);
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastSeries',
    name: say(bundle.title),
    description: say(bundle.summary),
    inLanguage: bundle.language,
    ...(bundle.url && { url: bundle.url }),
    ...(bundle.image && { image: bundle.image.src }),
    hasPart: bundle.dialogues.map(({ id, title }) => ({
      '@type': 'PodcastEpisode',
      name: say(title),
      url: pageOf(id),
    })),
  };
}

/** What they are told of one dialogue, with its chapters and the moments of its prompts as https://schema.org/Clip. */
export function episodeData(bundle: Bundle, dialogue: Dialogue, pageOf: (id: string) => string): object {
  const say = (text: Text) => plainText(text, bundle);
  const { audio, chapters, prompts, narrator } = dialogue;
  const page = pageOf(dialogue.id);
  const clip = (name: string, start: number, end: number | undefined): object => ({
    '@type': 'Clip',
    name,
    startOffset: start,
    ...(end && { endOffset: end }),
    url: page,
  });
  const listed = chapters.filter(({ toc }) => toc);
  const told = narrator === undefined ? null : findParticipant(bundle, narrator);
  const people = [...participantsOf(bundle, dialogue), ...(told ? [told] : [])];
  return {
    '@context': 'https://schema.org',
    '@type': 'PodcastEpisode',
    name: say(dialogue.title),
    description: say(dialogue.summary),
    url: page,
    inLanguage: bundle.language,
    ...(audio.duration && { duration: writeDuration(audio.duration) }),
    ...(dialogue.recorded && { dateCreated: dialogue.recorded }),
    partOfSeries: { '@type': 'PodcastSeries', name: say(bundle.title), ...(bundle.url && { url: bundle.url }) },
    associatedMedia: audio.sources.map(({ src, type }) => ({
      '@type': 'AudioObject',
      contentUrl: src,
      ...(type && { encodingFormat: type }),
      ...(audio.duration && { duration: writeDuration(audio.duration) }),
    })),
    actor: people.map(({ name, role }) => ({ '@type': 'Person', name: say(name), jobTitle: say(role) })),
    hasPart: [
      ...listed.map(({ title, startTime }, i) =>
        clip(say(title), startTime, listed[i + 1]?.startTime ?? (audio.duration || undefined)),
      ),
      ...prompts.flatMap(({ text, moment }) => (moment ? [clip(say(text), moment.start, moment.end)] : [])),
    ],
  };
}
