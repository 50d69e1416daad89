import { problemAt, type Problem } from '../../bundle/problems.js';
import type { Bundle } from '../../bundle/schema.js';
import { placeOf } from '../places.js';
import { nameOfLanguage, primaryTag } from './languages.js';

/** Films whose language is one that the bundle is written or spoken in: a sign language is one of its own. */
export function checkSigned(raw: unknown, { language, dialogues }: Bundle): readonly Problem[] {
  const spoken = new Set(
    [language, ...dialogues.flatMap(({ transcript }) => transcript.map((file) => file.language))].map(primaryTag),
  );
  return dialogues.flatMap(({ id, signed }) =>
    signed && spoken.has(primaryTag(signed.language))
      ? problemAt(
          'warning',
          `${placeOf(raw, 'dialogues', id)}.signed.language`,
          `is ${nameOfLanguage(signed.language)}, which is spoken: name the sign language of the film, such as bfi for British Sign Language`,
        )
      : [],
  );
}
