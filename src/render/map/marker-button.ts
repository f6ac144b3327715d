import { html, render } from 'lit';

import type { StatusCounts } from '../../model/records.js';
import { donutAngles } from '../shared/donut.js';
import type { DonutAngle } from '../shared/donut.js';
import { lookOf } from '../shared/status-look.js';
import type { Sign } from '../shared/status-look.js';
import type { MarkerLook } from './marker-look.js';
import { markerSign } from './marker-sign.js';
import { CORNERS } from './marker-size.js';
import type { MarkerSize } from './marker-size.js';
import type { Marker } from './marker.js';
import { ringPatterns } from './ring-patterns.js';

// Two templates: the manifest is made from part names that are written out.
const CLUSTER = html`<button type="button" class="marker" part="cluster" tabindex="-1">
  <span class="ring"></span><span class="number"></span>
</button>`;
const PIN = html`<button type="button" class="marker pin" part="pin" tabindex="-1">
  <span class="upright"><span class="number"></span></span>
</button>`;

/** Radians between two slices. */
export const GAP = 0.07;

/** Radians in which a slice fades into the gap: a sharp edge would look jagged. */
const FADE = 0.03;

/** Decimals of an angle in radians: less than half a pixel of the largest ring, so that what is too little to be seen is not drawn. */
const DECIMALS = 2;

/** Milliseconds in which a marker grows. */
const OPENING_TIME = 200;

/** The colour stops of a ring, of the colours `--_status-0`, `--_status-1` and so on. */
function stopsOf(slices: readonly DonutAngle[]): string {
  if (slices.length === 1) return `var(--_status-${slices[0]!.index}) 0 100%`;
  const stops = slices.map(({ index, start, end }) => {
    const from = start + GAP / 2;
    const to = end - GAP / 2;
    const [fadeIn, solidFrom, solidTo, fadeOut] = [from - FADE, from, to, to + FADE].map(
      angle => `${angle.toFixed(DECIMALS)}rad`,
    );
    return `#0000 ${fadeIn}, var(--_status-${index}) ${solidFrom} ${solidTo}, #0000 ${fadeOut}`;
  });
  return stops.join();
}

/** Puts a badge after a marker's number. Returns what the badge's number is written in. */
function badgeAfter(number: Element): HTMLElement {
  const badge = document.createElement('span');
  badge.className = 'badge';
  const written = document.createElement('span');
  badge.append(written);
  number.after(badge);
  return written;
}

/** R15, R16: the button of a group or a pin. Writes to the document only what differs from what it wrote before. */
export class MarkerButton {
  readonly element: HTMLButtonElement;
  private readonly number: HTMLElement;
  private content?: string;
  /** What its badge's number is written in. */
  private badge?: HTMLElement;
  /** The status whose colour a pin has. */
  private colored?: string;
  /** The sign that it has above its number. */
  private signed?: Sign;
  private size?: MarkerSize;
  private level = 0;
  private left = NaN;
  private top = NaN;

  constructor(
    private readonly isPin: boolean,
    private look: MarkerLook,
  ) {
    const fragment = document.createDocumentFragment();
    render(isPin ? PIN : CLUSTER, fragment);
    this.element = fragment.firstElementChild as HTMLButtonElement;
    this.number = this.element.querySelector('.number')!;
  }

  /** What the marker holds: its number, slices or fill, trouble and accessible name. */
  show({ item, content, count, number, counts, worst, trouble, badge }: Marker, look: MarkerLook): void {
    if (content === this.content && look === this.look) return;
    this.content = content;
    this.look = look;
    const { element, isPin } = this;
    this.number.textContent = number;
    element.dataset.count = String(count);
    this.tellStatuses(counts);
    element.ariaLabel = this.look.label(item, counts);
    if (!isPin) this.fillRing(counts);
    this.tellTrouble(trouble);
    this.writeBadge(badge);
    if (isPin) this.sign(worst, badge === undefined);
  }

  /** @param level of markers that overlap, the one of the higher level is drawn above the others */
  resize(size: MarkerSize, level: number): void {
    const { style, classList } = this.element;
    const { radius, fontSize, badgeCorner } = size;
    if (radius !== this.size?.radius) style.width = style.height = `${2 * radius}px`;
    if (fontSize !== this.size?.fontSize) style.fontSize = `${fontSize.toFixed(2)}px`;
    if (badgeCorner !== (this.size?.badgeCorner ?? CORNERS[0])) {
      classList.toggle('badge-left', badgeCorner.x < 0);
      classList.toggle('badge-below', badgeCorner.y > 0);
    }
    if (level !== this.level) style.setProperty('--_level', String(level));
    this.size = size;
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

  /** By their indexes: what stands out of the others is found by them. */
  private tellStatuses(counts: StatusCounts): void {
    const { dataset } = this.element;
    const statuses = Object.values(counts)
      .flatMap((count, index) => (count > 0 ? [index] : []))
      .join(' ');
    if (statuses !== dataset.statuses) dataset.statuses = statuses;
  }

  private fillRing(counts: StatusCounts): void {
    const { look } = this;
    const ring = this.element.querySelector<HTMLElement>('.ring')!;
    const slices = donutAngles(Object.values(counts));
    const stops = stopsOf(slices);
    if (stops !== ring.style.getPropertyValue('--_slices')) ring.style.setProperty('--_slices', stops);
    if (look.isPatterned) ring.replaceChildren(...ringPatterns(look.dimension, Object.keys(counts), slices));
    else if (ring.firstChild) ring.replaceChildren();
  }

  private tellTrouble(trouble: number): void {
    const { element } = this;
    element.classList.toggle('troubled', trouble > 0);
    if (trouble > 0) element.dataset.trouble = String(trouble);
    else delete element.dataset.trouble;
  }

  private writeBadge(number: string | undefined): void {
    if (number === this.badge?.dataset.number) return;
    this.element.classList.toggle('badged', number !== undefined);
    if (number === undefined) {
      this.badge!.parentElement!.remove();
      this.badge = undefined;
      return;
    }
    this.badge ??= badgeAfter(this.number);
    this.badge.dataset.number = number;
  }

  /** Gives a pin a status's colour, and its sign, which stands in the badge where there is one. */
  private sign(status: string, isAlone: boolean): void {
    const { element, look } = this;
    if (status !== this.colored) element.style.setProperty('--_worst', look.color(status));
    this.colored = status;
    const sign = isAlone ? lookOf(look.dimension, status).sign : undefined;
    if (sign === this.signed) return;
    this.signed = sign;
    element.querySelector('.sign')?.remove();
    if (sign) this.number.after(markerSign(sign));
  }
}
