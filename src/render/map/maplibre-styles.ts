import { unsafeCSS } from 'lit';

import { addStylesFirst } from '../shared/root-styles.js';
import { css } from './generated/maplibre-css.js';

const styles = unsafeCSS(css);

/** MapLibre's own styles for what stands in the same root as its container. */
export function adoptMaplibreStyles(container: HTMLElement): void {
  addStylesFirst(container.getRootNode() as Document | ShadowRoot, [styles]);
}
