import { css, html, render } from 'lit';
import type { TemplateResult } from 'lit';

import { pageScale } from './page-scale.js';
import { addStyles } from './root-styles.js';
import { placeTooltip } from './place-tooltip.js';
import type { TooltipSide } from './place-tooltip.js';

/** What a tooltip shows, beside what. */
export interface TooltipContent {
  target: Element;
  content: TemplateResult;
  /** The sides of the target that it may stand on, the first one with room. */
  sides: readonly [TooltipSide, ...TooltipSide[]];
}

const tooltipStyles = css`
  .tooltip {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: 6px;
    box-shadow: 0 2px 10px rgb(0 0 0 / 22%);
    color: var(--_text);
    font-size: var(--_type-medium);
    inset: auto;
    line-height: 1.4;
    margin: 0;
    max-width: min(calc(20 * var(--_unit)), calc(100vw - 16px));
    overflow: visible;
    overflow-wrap: anywhere;
    padding: calc(1.5 * var(--_space)) calc(2.5 * var(--_space));
    position: fixed;
    width: max-content;
  }
  .tooltip p {
    margin: 0;
  }
  .tooltip .subject {
    font-weight: 600;
  }
  .tooltip .quiet {
    color: var(--_muted);
  }
  .tooltip .breakdown {
    display: grid;
    gap: calc(0.5 * var(--_space)) calc(2 * var(--_space));
    grid-template-columns: auto 1fr auto auto;
    align-items: center;
  }
  .tooltip .breakdown > .number,
  .tooltip .breakdown > .quiet {
    text-align: end;
    white-space: nowrap;
  }
  .tooltip .number {
    font-weight: 600;
  }
  .tooltip .swatch {
    display: block;
    flex: none;
    height: var(--_unit);
    width: var(--_unit);
  }
`;

// It says in more room what the names and descriptions of its targets say to assistive technology.
const TOOLTIP = html`<div class="tooltip" part="tooltip" popover="manual" aria-hidden="true"></div>`;

/** A view's one tooltip, in the document and the top layer only while it is shown; made when it is first needed. */
export class Tooltip {
  private element?: HTMLElement;
  private shown?: TooltipContent;
  private listening?: AbortController;

  /** @param root what the view is rendered in */
  show(root: ShadowRoot, shown: TooltipContent): void {
    const element = (this.element ??= this.make());
    this.shown = shown;
    render(shown.content, element);
    if (!element.isConnected) {
      addStyles(root, [tooltipStyles]);
      root.append(element);
      element.showPopover();
      this.listen(root.ownerDocument.defaultView!);
    }
    this.place();
  }

  hide(): void {
    if (!this.shown) return;
    this.shown = undefined;
    this.element?.remove();
    this.listening?.abort();
  }

  /** @param page whose element it is: another than the library's, where a host has moved that */
  private listen(page: Window): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    page.addEventListener('scroll', this.place, { capture: true, passive: true, signal });
    page.addEventListener('resize', this.place, { signal });
  }

  private make(): HTMLElement {
    const fragment = document.createDocumentFragment();
    render(TOOLTIP, fragment);
    return fragment.firstElementChild as HTMLElement;
  }

  private readonly place = () => {
    const { element, shown } = this;
    if (!element || !shown) return;
    // In quirks mode the root element is as high as the page.
    const { documentElement, defaultView } = element.ownerDocument;
    const { clientWidth: width } = documentElement;
    const height = defaultView!.innerHeight;
    const { left, top } = placeTooltip(
      shown.target.getBoundingClientRect(),
      element.getBoundingClientRect(),
      { width, height },
      shown.sides,
    );
    // It is in the top layer, which the page's transforms don't reach, but its zoom does.
    const scale = pageScale(element);
    element.style.left = `${Math.round(left / scale)}px`;
    element.style.top = `${Math.round(top / scale)}px`;
  };
}
