import { svg, type TemplateResult } from 'lit';

/**
 * The series' one picture: two forms, and the third way where they overlap. They differ by shape as well as by colour:
 * a circle and a square that stands on its corner. Without a tension there is one form.
 */
export function tensionArt(hasTension: boolean): TemplateResult {
  return svg`<svg class="art" viewBox="0 0 320 132" preserveAspectRatio="xMidYMid meet" aria-hidden="true" part="art">
    ${hasTension
      ? svg`<circle class="a" cx="122" cy="66" r="60" />
            <rect class="b" x="150" y="18" width="96" height="96" rx="22" transform="rotate(45 198 66)" />`
      : svg`<circle class="third" cx="160" cy="66" r="60" />`}
  </svg>`;
}
