import type { Projection } from './projection.js';

/** Tells the one world that markers stand on from its copies beside it, which a map that is wider than the world shows: they are veiled. */
export class WorldEdge {
  readonly element = document.createElement('div');
  private box = '';

  constructor() {
    this.element.className = 'world-edge';
    this.element.hidden = true;
  }

  /** Follows the map. */
  place({ worldSize, width }: Projection): void {
    const { element } = this;
    const left = (width - worldSize) / 2;
    element.hidden = left <= 0;
    const box = `${left} ${worldSize}`;
    if (element.hidden || box === this.box) return;
    this.box = box;
    Object.assign(element.style, { translate: `${left}px`, width: `${worldSize}px` });
  }
}
