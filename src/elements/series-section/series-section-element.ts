import type { PropertyDeclarations, TemplateResult } from 'lit';
import type { Bundle, Section } from '../../bundle/schema.js';
import { ContentElement } from '../content-element.js';
import type { Reading } from '../reading.js';
import { glossaryWords } from './glossary-words.js';
import { helpWords } from './help-words.js';
import { seriesSectionWords } from './series-section-words.js';

/** A section of the bundle, or what stands for one. */
type Part = Section | Bundle['help' | 'glossary'];

/**
 * One section of the series' prose; or where people find help; or what the words mean.
 *
 * @summary One prose section.
 * @tagname series-section
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart retry - The Retry button.
 */
export class SeriesSectionElement extends ContentElement<Part> {
  static override properties: PropertyDeclarations = { section: {} };

  /**
   * The id of the section; without it, the first of the bundle. Where no section has the id, `help` is the bundle's lines
   * of help, and `glossary` its glossary.
   */
  section = '';

  protected override look({ bundle, phrases }: Reading): Part | string {
    const { section } = this;
    const { sections, help, glossary } = bundle;
    const prose = section ? sections.find(({ id }) => id === section) : sections[0];
    if (prose) return prose;
    const list = section === 'help' ? help : section === 'glossary' ? glossary : null;
    return list?.length ? list : section && !list ? phrases.unknown(section) : phrases.empty;
  }

  protected override words(part: Part, reading: Reading): TemplateResult {
    const { help, glossary } = reading.bundle;
    if (part === help) return helpWords(reading);
    return part === glossary ? glossaryWords(reading) : seriesSectionWords(part as Section, reading);
  }
}
