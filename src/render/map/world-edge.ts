import type { Projection } from './projection.js';

/**
 * Tells the one world that markers stand on from its copies beside it, and from what is past the poles: both are seen only in a map that
 * is wider or higher than the world, and are veiled.
 */
export class WorldEdge {
  readonly element = document.createElement('div');
  private box = '';

  constructor() {
    this.element.className = 'world-edge';
    this.element.hidden = true;
  }

  /** Follows the map. */
  place({ y, worldSize, width, height }: Projection): void {
    const { element } = this;
    const left = (width - worldSize) / 2;
    const top = height / 2 - y * worldSize;
    element.hidden = left <= 0 && top <= 0 && top + worldSize >= height;
    const box = `${left} ${top} ${worldSize}`;
    if (element.hidden || box === this.box) return;
    this.box = box;
    Object.assign(element.style, {
      translate: `${left}px ${top}px`,
      width: `${worldSize}px`,
      height: `${worldSize}px`,
    });
  }
}
