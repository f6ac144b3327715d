import { html, render } from 'lit';

import { signShape } from '../shared/signs.js';
import type { Sign } from '../shared/status-look.js';

const drawn = new Map<Sign, Element>();

function draw(sign: Sign): Element {
  const fragment = document.createDocumentFragment();
  render(html`<svg class="sign" viewBox="0 0 12 12" aria-hidden="true">${signShape(sign)}</svg>`, fragment);
  return fragment.firstElementChild!;
}

/** A sign for a marker. It is drawn once, and copied: markers are many. */
export function markerSign(sign: Sign): Element {
  let original = drawn.get(sign);
  if (!original) drawn.set(sign, (original = draw(sign)));
  return original.cloneNode(true) as Element;
}
