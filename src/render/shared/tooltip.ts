import { css, html, render } from 'lit';
import type { TemplateResult } from 'lit';

import { pageScale } from './page-scale.js';
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

  /** @param root what the view is rendered in */
  show(root: ShadowRoot, shown: TooltipContent): void {
    const element = (this.element ??= this.make(root));
    this.shown = shown;
    render(shown.content, element);
    if (!element.isConnected) {
      root.append(element);
      element.showPopover();
      addEventListener('scroll', this.place, { capture: true, passive: true });
      addEventListener('resize', this.place);
    }
    this.place();
  }

  hide(): void {
    if (!this.shown) return;
    this.shown = undefined;
    this.element?.remove();
    removeEventListener('scroll', this.place, { capture: true });
    removeEventListener('resize', this.place);
  }

  private make(root: ShadowRoot): HTMLElement {
    root.adoptedStyleSheets.push(tooltipStyles.styleSheet!);
    const fragment = document.createDocumentFragment();
    render(TOOLTIP, fragment);
    return fragment.firstElementChild as HTMLElement;
  }

  private readonly place = () => {
    const { element, shown } = this;
    if (!element || !shown) return;
    // In quirks mode the root element is as high as the page.
    const { clientWidth: width } = document.documentElement;
    const height = innerHeight;
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
