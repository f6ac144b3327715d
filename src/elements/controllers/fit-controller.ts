import type { LitElement, ReactiveController } from 'lit';

import type { Size } from '../../render/pie/label-places.js';
import type { Fit } from '../../render/pie/pie-texts.js';
import { pageScale } from '../../render/shared/page-scale.js';

/** As wide as a hundred digits of an element's text, so that a font change resizes it. */
function rulerElement(): HTMLElement {
  const ruler = document.createElement('div');
  Object.assign(ruler.style, {
    fontWeight: '600',
    position: 'absolute',
    textRendering: 'geometricPrecision',
    visibility: 'hidden',
    whiteSpace: 'nowrap',
    width: '100ch',
  });
  ruler.ariaHidden = 'true';
  return ruler;
}

/**
 * Tells what fits into a drawing: how wide it is, and how large a text is in the element's own font. The element is updated
 * when that changes, by its box, another font, one that came to be loaded, or a larger text size of the page.
 */
export class FitController implements ReactiveController, Fit {
  /** The drawing's width in pixels; a guess until it is laid out, which is before it is first painted. */
  width = 240;
  /** The size of the element's text in pixels. */
  fontSize = 0;
  private rulerWidth = 0;
  private observed?: Element;
  private readonly sizes = new Map<string, Size>();
  /** Made in the page: a server has no elements. */
  private ruler!: HTMLElement;
  private observer!: ResizeObserver;

  /** @param drawing the element that the drawing fills */
  constructor(
    private readonly host: LitElement,
    private readonly drawing: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  /** The size of a bold text, in ems. */
  measure(text: string): Size {
    const known = this.sizes.get(text);
    if (known) return known;
    const span = document.createElement('span');
    span.textContent = text;
    this.ruler.replaceChildren(span);
    // Read before the text goes: after that, the page would be laid out once more.
    const { width, height } = span.getBoundingClientRect();
    const em = this.fontSize * pageScale(this.ruler);
    this.ruler.replaceChildren();
    const size = { width: width / em, height: height / em };
    // An element that is not laid out measures nothing; a mark of direction measures nothing anywhere.
    if (this.rulerWidth > 0) this.sizes.set(text, size);
    return size;
  }

  hostConnected(): void {
    this.ruler ??= rulerElement();
    this.observer ??= new ResizeObserver(() => {
      this.look();
    });
    this.host.renderRoot.append(this.ruler);
    this.observer.observe(this.ruler);
    this.look();
  }

  hostUpdated(): void {
    const drawing = this.drawing();
    if (!drawing || drawing === this.observed) return;
    if (this.observed) this.observer.unobserve(this.observed);
    this.observed = drawing;
    this.observer.observe(drawing);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.observed = undefined;
  }

  private look(): void {
    const width = this.observed?.clientWidth || this.width;
    const rulerWidth = this.ruler.getBoundingClientRect().width;
    const fontSize = parseFloat(getComputedStyle(this.ruler).fontSize);
    if (width === this.width && rulerWidth === this.rulerWidth && fontSize === this.fontSize) return;
    Object.assign(this, { width, rulerWidth, fontSize });
    this.sizes.clear();
    this.host.requestUpdate();
  }
}
