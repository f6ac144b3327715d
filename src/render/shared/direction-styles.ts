import { css } from 'lit';

/** What points along the text is mirrored by `scale: var(--_mirrored, 1) 1`. */
const SHEETS = {
  ltr: css`
    :host {
      --_mirrored: 1;
      direction: ltr;
    }
  `,
  rtl: css`
    :host {
      --_mirrored: -1;
      direction: rtl;
    }
  `,
};

/** Has an element's content run in a direction; undefined leaves it to the page's styles. */
export function setDirection(
  { adoptedStyleSheets: sheets }: DocumentOrShadowRoot,
  direction: 'ltr' | 'rtl' | undefined,
): void {
  for (const [name, { styleSheet }] of Object.entries(SHEETS)) {
    const place = sheets.indexOf(styleSheet!);
    if (name === direction && place < 0) sheets.push(styleSheet!);
    else if (name !== direction && place >= 0) sheets.splice(place, 1);
  }
}
