import { css } from './generated/maplibre-css.js';

/** A sheet belongs to the document that it was made in. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

/** MapLibre's own styles for what stands in the same root as its container. */
export function adoptMaplibreStyles(container: HTMLElement): void {
  const root = container.getRootNode() as Document | ShadowRoot;
  const owner = container.ownerDocument;
  let sheet = sheets.get(owner);
  if (!sheet) {
    sheet = new owner.defaultView!.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(owner, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
}
