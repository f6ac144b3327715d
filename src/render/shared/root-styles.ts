import type { CSSResultOrNative } from 'lit';

/** What has styles of its own. */
type Root = DocumentOrShadowRoot & Node;

/** Sheets of styles by the document that they were made for: it takes none that were made for another. */
const made = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

function cssOf(style: CSSResultOrNative): string {
  return 'cssText' in style ? style.cssText : [...style.cssRules].map(({ cssText }) => cssText).join('\n');
}

/** Lit's own sheet in the page's document, and a copy in any other that an element was moved to. */
function sheetFor(owner: Document, style: CSSResultOrNative): CSSStyleSheet {
  if (owner === document) return 'cssText' in style ? style.styleSheet! : style;
  let sheets = made.get(owner);
  if (!sheets) made.set(owner, (sheets = new Map()));
  let sheet = sheets.get(style);
  if (!sheet) {
    sheet = new owner.defaultView!.CSSStyleSheet();
    sheet.replaceSync(cssOf(style));
    sheets.set(style, sheet);
  }
  return sheet;
}

function sheetsFor(root: Root, styles: readonly CSSResultOrNative[]): CSSStyleSheet[] {
  const owner = root.ownerDocument ?? (root as Document);
  return styles.map(style => sheetFor(owner, style));
}

function sheetsMissing(root: Root, styles: readonly CSSResultOrNative[]): CSSStyleSheet[] {
  return sheetsFor(root, styles).filter(sheet => !root.adoptedStyleSheets.includes(sheet));
}

/** Gives a root styles that it has not yet, after those that it has, in whichever document it is. */
export function addStyles(root: Root, styles: readonly CSSResultOrNative[]): void {
  root.adoptedStyleSheets.push(...sheetsMissing(root, styles));
}

/** The same, before those that it has. */
export function addStylesFirst(root: Root, styles: readonly CSSResultOrNative[]): void {
  const missing = sheetsMissing(root, styles);
  if (missing.length > 0) root.adoptedStyleSheets = [...missing, ...root.adoptedStyleSheets];
}

/** Takes styles from a root, if it has them. */
export function removeStyles(root: Root, styles: readonly CSSResultOrNative[]): void {
  const { adoptedStyleSheets } = root;
  for (const sheet of sheetsFor(root, styles)) {
    const place = adoptedStyleSheets.indexOf(sheet);
    if (place >= 0) adoptedStyleSheets.splice(place, 1);
  }
}
