/** Where people stand, from -100 for the first pole to 100 for the second: one number a person. */
export interface Places {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Before or after listening. */
export type Stage = keyof Places;

/** How near a place is to a pole: -2 is strongly towards the first, 0 between the two, 2 strongly towards the second. */
export const GRADES = [-2, -1, 0, 1, 2] as const;
export type Grade = (typeof GRADES)[number];

export function gradeOf(place: number): Grade {
  const far = Math.abs(place);
  const steps = far > 60 ? 2 : far > 15 ? 1 : 0;
  return (Math.sign(place) * steps + 0) as Grade;
}

/** How many stand at each grade; nobody is left out. */
export function spread(places: readonly number[]): readonly (readonly [Grade, number])[] {
  return GRADES.map((grade) => [grade, places.filter((place) => gradeOf(place) === grade).length] as const).filter(
    ([, count]) => count,
  );
}

/** Writes places as a short text; '' for nobody's. */
export function writePlaces({ before, after }: Places): string {
  return before.length + after.length ? `${before.join()};${after.join()}` : '';
}

/** Reads what was written, as far as it can be read. */
export function readPlaces(text: string): Places {
  const [before = [], after = []] = text.split(';').map((list) => (list.match(/-?\d+/g) ?? []).map(Number));
  return { before, after };
}
