import { css } from 'lit';
import type { MapLibreMap } from 'maplibre-gl';

/** What a map's canvas shows, as a picture: drawn anew, for WebGL keeps nothing of what it drew. */
export function groundOf(map: MapLibreMap): HTMLCanvasElement {
  map.redraw();
  const canvas = map.getCanvas();
  const picture = document.createElement('canvas');
  picture.width = canvas.width;
  picture.height = canvas.height;
  picture.getContext('2d')!.drawImage(canvas, 0, 0);
  return picture;
}

/**
 * Has a map printed as it is seen, whole, in light colours: a picture is taken of it, and both are scaled to the paper's width.
 */
export class PrintedMap {
  private picture?: HTMLCanvasElement;
  private readonly listening = new AbortController();

  /** @param dress has the map in light colours and with patterns while it is printed; called again with false */
  constructor(
    private readonly map: MapLibreMap,
    private readonly dress: (isPrinted: boolean) => void,
  ) {
    const { signal } = this.listening;
    addEventListener('beforeprint', () => this.prepare(), { signal });
    addEventListener('afterprint', () => this.restore(), { signal });
    map.once('remove', () => this.listening.abort());
  }

  private prepare(): void {
    const { map } = this;
    if (this.picture) return;
    const { clientWidth, clientHeight, style } = map.getContainer();
    if (clientWidth === 0 || clientHeight === 0) return;
    this.dress(true);
    this.picture = groundOf(map);
    this.picture.className = 'printed-ground';
    map.getCanvas().before(this.picture);
    style.setProperty('--_printed-width', `${clientWidth}px`);
    style.setProperty('--_printed-height', `${clientHeight}px`);
  }

  private restore(): void {
    if (!this.picture) return;
    this.picture.remove();
    this.picture = undefined;
    this.dress(false);
  }
}

export const printedMapStyles = css`
  .printed-ground {
    display: none;
  }
  @media print {
    .map {
      /* A length by a length is a number by way of an angle. */
      --_printed-scale: tan(atan2(100cqi - 2px, var(--_printed-width, 100cqi)));
      height: var(--_printed-height, 100%);
      inset: auto;
      margin-block-end: calc(var(--_printed-height, 0px) * (var(--_printed-scale) - 1));
      position: relative;
      transform: scale(var(--_printed-scale));
      /* Where the map and the paper begin: in a language from right to left, on the right. */
      transform-origin: calc(50% - 50% * var(--_mirrored, 1)) 0;
      width: var(--_printed-width, 100%);
    }
    /* Across pages, what is contained and what is on a layer of its own is lost. */
    .map .markers {
      contain: none;
    }
    .map .marker-plane {
      will-change: auto;
    }
    .map .printed-ground {
      display: block;
      height: 100%;
      left: 0;
      position: absolute;
      top: 0;
      width: 100%;
    }
    .printed-ground ~ .maplibregl-canvas {
      display: none;
    }
  }
`;
