import { isObject } from '../../bundle/door.js';
import { problemAt, type Problem } from '../../bundle/problems.js';
import type { Bundle } from '../../bundle/schema.js';
import { fieldsOf, listOf, placeOf } from '../places.js';
import type { Telling } from './texts.js';

const fileName = /\.(?:jpe?g|png|gif|webp|svg|avif|heic|tiff?|bmp|pdf)$/i;
const cameraName =
  /^(?:IMG|DSCN?|PXL|DCIM|MVIMG|Screen ?shot|Image|Photo|Picture|Scan|Untitled|WhatsApp Image|signal)[ _-]*[\d(]/i;
const emptyName = /^(?:image|photo|picture|portrait|logo|icon|graphic|headshot|alt text|alt)\.?$/i;

/** Whether what should describe an image is the name of its file. */
export function isFileName(words: string, src = ''): boolean {
  const name = (src.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '';
  const stem = name.replace(/\.[^.]*$/, '');
  const isStem = words.trim() === stem && /[\d_-]/.test(stem);
  return isStem || fileName.test(words.trim()) || cameraName.test(words.trim());
}

/** What stands for the eye: file names as descriptions, and one picture or recording for two things. */
export function checkPictures(texts: readonly Telling[], raw: unknown, bundle: Bundle): readonly Problem[] {
  const problems: Problem[] = [];
  const warn = (path: string, sentence: string): unknown => problems.push(problemAt('warning', path, sentence));
  for (const { key, all } of texts) {
    if (key !== 'alt') continue;
    for (const { path, words } of all) {
      if (isFileName(words, srcBeside(raw, path))) {
        warn(path, `is the name of a file, “${words}”: describe what is to be seen, or write "" if it adds nothing`);
      } else if (emptyName.test(words.trim())) {
        warn(path, `says only “${words}”: describe what is to be seen, or write "" if it adds nothing`);
      }
    }
  }
  const seen = new Map<string, string>();
  const once = (address: string | undefined, path: string, what: string, remedy: string): void => {
    if (!address) return;
    const before = seen.get(address);
    if (before) warn(path, `is ${what} as ${before}: ${remedy}`);
    else seen.set(address, path);
  };
  const ownPicture = 'give each a picture of its own, or leave one out';
  once(bundle.image?.src, 'image.src', 'the same picture', ownPicture);
  for (const dialogue of bundle.dialogues) {
    const path = placeOf(raw, 'dialogues', dialogue.id);
    once(dialogue.image?.src, `${path}.image.src`, 'the same picture', ownPicture);
    dialogue.audio.sources.forEach(({ src }, i) =>
      once(src, `${path}.audio.sources[${i}].src`, 'the same recording', 'name the recording of this dialogue'),
    );
    dialogue.transcript.forEach(({ src }, i) =>
      once(src, `${path}.transcript[${i}].src`, 'the same transcript', 'name the words of this one'),
    );
  }
  for (const { id, image } of bundle.participants) {
    once(image?.src, `${placeOf(raw, 'participants', id)}.image.src`, 'the same picture', ownPicture);
  }
  return problems;
}

/** The address of the image that the description at a path belongs to. */
function srcBeside(raw: unknown, path: string): string {
  let value: unknown = raw;
  for (const [step] of path.replace(/\.alt\b.*$/, '').matchAll(/[^.[\]]+/g)) {
    value = Array.isArray(value) ? listOf(value)[Number(step)] : fieldsOf(value)[step];
  }
  const { src } = isObject(value) ? value : {};
  return typeof src === 'string' ? src : '';
}
