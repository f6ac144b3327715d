import { css } from 'lit';

import { addStyles, removeStyles } from './root-styles.js';

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
export function setDirection(root: ShadowRoot, direction: 'ltr' | 'rtl' | undefined): void {
  for (const [name, style] of Object.entries(SHEETS)) {
    if (name === direction) addStyles(root, [style]);
    else removeStyles(root, [style]);
  }
}
