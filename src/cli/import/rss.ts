import { parseRssFeed, type PodcastNs, type RssFeed } from 'feedsmith';
import { readClock } from '../../bundle/clock.js';
import { Failure } from '../world.js';
import { plainOf } from './plain.js';
import type { Episode, Person, Show } from './show.js';

type Feed = RssFeed.Feed<string>;
type Item = RssFeed.Item<string>;

/** Reads a podcast's RSS feed, with the tags of iTunes, Podcasting 2.0 and Podlove Simple Chapters. @throws {Failure} */
export function readRss(xml: string, name: string): Show {
  if (/^\s*(?:<!doctype html|<html)/i.test(xml)) {
    throw new Failure(`${name} is a web page, not a feed. Look for the link with “RSS” on it.`);
  }
  if (/<feed[^>]*xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/i.test(xml.slice(0, 2000))) {
    throw new Failure(`${name} is an Atom feed. Only RSS feeds and Podlove episodes can be imported.`);
  }
  let feed: Feed;
  try {
    feed = parseRssFeed(xml);
  } catch (error) {
    throw new Failure(
      `${name} is no RSS feed that can be read (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
  const { itunes, podcast, atom } = feed;
  const own = atom?.links?.find(({ rel }) => rel === 'self')?.href;
  return {
    title: plainOf(feed.title),
    summary: plainOf(feed.description || itunes?.summary || itunes?.subtitle),
    language: feed.language ?? '',
    url: feed.link,
    image: itunes?.image ?? podcast?.images?.[0]?.href ?? feed.image?.url,
    author: itunes?.author,
    copyright: plainOf(feed.copyright),
    licence:
      licenceOf(podcast?.license) ??
      (feed.creativeCommons?.licenses?.[0] ? named(feed.creativeCommons.licenses[0]) : undefined),
    fundings: (podcast?.fundings ?? []).flatMap(({ url, display }) => (url ? { url, name: plainOf(display) } : [])),
    subscribe: own ? [{ name: 'RSS', url: own }] : [],
    people: peopleOf(podcast?.persons),
    isSerial: itunes?.type?.toLowerCase() === 'serial',
    episodes: (feed.items ?? []).map(episodeOf),
  };
}

function episodeOf(item: Item): Episode {
  const { itunes, podcast, psc, enclosures = [] } = item;
  const others = (podcast?.alternateEnclosures ?? []).flatMap(({ type = '', sources = [] }) =>
    /^audio\//i.test(type)
      ? sources.flatMap(({ uri, contentType }) => (uri ? { url: uri, type: contentType ?? type } : []))
      : [],
  );
  const sounds = enclosures.flatMap(({ url, type = '' }) =>
    url && !/^(?:video|image|application\/pdf)/i.test(type) ? { url, type } : [],
  );
  const date = new Date(item.pubDate ?? NaN);
  return {
    title: plainOf(itunes?.title || item.title),
    summary: plainOf(item.description || itunes?.summary || item.content?.encoded || itunes?.subtitle),
    sounds: [...sounds, ...others.filter(({ url }) => !sounds.some((sound) => sound.url === url))],
    duration: readClock(itunes?.duration) ?? 0,
    date: isNaN(date.getTime()) ? undefined : date,
    season: itunes?.season ?? podcast?.season?.number,
    number: itunes?.episode ?? podcast?.episode?.number,
    image: itunes?.image ?? podcast?.images?.[0]?.href,
    people: peopleOf(podcast?.persons),
    transcripts: (podcast?.transcripts ?? []).flatMap(({ url, type = '', language = '' }) =>
      url ? { url, type, language } : [],
    ),
    chapters:
      podcast?.chapters?.url ??
      (psc?.chapters ?? []).map(({ start, title, href, image }) => ({
        startTime: start,
        title,
        url: href,
        img: image,
      })),
    soundbites: (podcast?.soundbites ?? []).flatMap(({ startTime, duration, display }) =>
      startTime === undefined ? [] : { title: plainOf(display), start: startTime, end: startTime + (duration ?? 0) },
    ),
    licence: licenceOf(podcast?.license),
  };
}

function peopleOf(persons: readonly PodcastNs.Person[] = []): readonly Person[] {
  return persons.flatMap(({ display, role = '', img, href }) => {
    const name = plainOf(display);
    // The default of the standard.
    return name ? { name, role: role || 'host', image: img, url: href } : [];
  });
}

function licenceOf(licence: PodcastNs.License | undefined): Show['licence'] {
  if (!licence?.display) return undefined;
  const { display, url } = licence;
  return url ? { name: display, url } : named(display);
}

/** A licence by its address, or by its name in lower case as the SPDX list has it: `cc-by-4.0`. */
function named(words: string): Show['licence'] {
  const [, way, version] = /^cc-(by(?:-nc)?(?:-sa|-nd)?)-(\d\.\d)$/i.exec(words) ?? [];
  if (way && version) {
    const name = `CC ${way.toUpperCase()} ${version}`;
    return { name, url: `https://creativecommons.org/licenses/${way.toLowerCase()}/${version}/` };
  }
  if (/^cc0-1\.0$/i.test(words)) return { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  return { name: words, url: /^https?:/i.test(words) ? words : undefined };
}
