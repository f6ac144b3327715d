import { html, render } from 'lit';

import { isGroup } from '../../model/questions.js';
import { donutAngles } from '../shared/donut.js';
import type { MarkerLook } from './marker-look.js';
import type { Marker, StatusValues } from './marker.js';
import type { MarkerSize } from './marker-size.js';

// Two templates: the manifest is made from part names that are written out.
const CLUSTER = html`<button type="button" class="marker" part="cluster">
  <span class="ring"></span><span class="number"></span>
</button>`;
const PIN = html`<button type="button" class="marker pin" part="pin">
  <span class="ring"></span><span class="number"></span>
</button>`;

/** Radians between two slices. */
const GAP = 0.07;

/** Radians in which a slice fades into the gap: a sharp edge would look jagged. */
const FADE = 0.03;

/** Milliseconds in which a marker grows. */
const OPENING_TIME = 200;

/** The colour stops of a ring, of the colours `--status-0`, `--status-1` and so on. */
function stopsOf(values: StatusValues): string {
  const slices = donutAngles(values);
  if (slices.length === 1) return `var(--status-${slices[0]!.index}) 0 100%`;
  const stops = slices.map(({ index, start, end }) => {
    const from = start + GAP / 2;
    const to = end - GAP / 2;
    const [fadeIn, solidFrom, solidTo, fadeOut] = [from - FADE, from, to, to + FADE].map(
      angle => `${angle.toFixed(3)}rad`,
    );
    return `#0000 ${fadeIn}, var(--status-${index}) ${solidFrom} ${solidTo}, #0000 ${fadeOut}`;
  });
  return stops.join();
}

/** R15, R16: the button of a group or a pin. Writes to the document only what differs from what it wrote before. */
export class MarkerButton {
  readonly element: HTMLButtonElement;
  private content?: string;
  private size?: MarkerSize;
  private level = 0;
  private left = NaN;
  private top = NaN;

  constructor(
    isPin: boolean,
    private readonly look: MarkerLook,
  ) {
    const fragment = document.createDocumentFragment();
    render(isPin ? PIN : CLUSTER, fragment);
    this.element = fragment.firstElementChild as HTMLButtonElement;
  }

  /** What the marker holds: its number, slices, sign and accessible name. */
  show({ item, content, count, number, values }: Marker): void {
    if (content === this.content) return;
    this.content = content;
    const { element } = this;
    element.lastElementChild!.textContent = number;
    element.dataset.count = String(count);
    element.ariaLabel = this.look.label(item, values);
    (element.firstElementChild as HTMLElement).style.setProperty('--slices', stopsOf(values));
    const sign = isGroup(item) ? undefined : this.look.sign(values);
    if (sign === undefined) delete element.dataset.sign;
    else element.dataset.sign = sign;
  }

  /** @param level of markers that overlap, the one of the higher level is drawn above the others */
  resize({ radius, fontSize }: MarkerSize, level: number): void {
    const { style } = this.element;
    if (radius !== this.size?.radius) style.setProperty('--radius', `${radius}px`);
    if (fontSize !== this.size?.fontSize) style.setProperty('--font-size', `${fontSize.toFixed(2)}px`);
    if (level !== this.level) style.setProperty('--level', String(level));
    this.size = { radius, fontSize };
    this.level = level;
  }

  /** @param left and `top`: of the box around its head, in pixels */
  moveTo(left: number, top: number): void {
    if (left === this.left && top === this.top) return;
    this.left = left;
    this.top = top;
    this.element.style.translate = `${left}px ${top}px`;
  }

  /** Grows, and comes to its place from so many pixels beside it. */
  open({ across, down }: { across: number; down: number }): void {
    const { element } = this;
    const timing = { duration: OPENING_TIME, easing: 'ease-out' };
    element.animate({ scale: ['0.6', '1'], opacity: [0, 1] }, timing);
    // Added to its place, which may change meanwhile.
    if (across || down)
      element.animate({ translate: [`${across}px ${down}px`, '0 0'] }, { ...timing, composite: 'add' });
  }
}
