import type { BoundingBox } from '../../model/questions.js';
import type { Camera } from '../../render/map/camera.js';

/** Margin asked for on each side, as a share of the view, so that a pan finds its markers there already. */
const MARGIN = 0.5;

/** The box that a map last asked for: wider than what it shows. */
export class AskedBox {
  private asked?: { bbox: BoundingBox; level: number };

  /** Nothing was asked for. */
  forget(): void {
    this.asked = undefined;
  }

  /** Whether what was asked for covers what is seen now. */
  covers({ bbox, zoom }: Camera): boolean {
    const { asked } = this;
    if (asked?.level !== Math.floor(zoom)) return false;
    const [west, south, east, north] = asked.bbox;
    return bbox[0] >= west && bbox[1] >= south && bbox[2] <= east && bbox[3] <= north;
  }

  /** The box to ask for now. */
  widen({ bbox, zoom }: Camera): BoundingBox {
    const [west, south, east, north] = bbox;
    const [wide, high] = [(east - west) * MARGIN, (north - south) * MARGIN];
    const wider: BoundingBox = [
      west - wide,
      Math.max(-90, south - high),
      east + wide,
      Math.min(90, north + high),
    ];
    this.asked = { bbox: wider, level: Math.floor(zoom) };
    return wider;
  }
}
