import { scaleLinear } from 'd3-scale';
import type { IControl, Map as MapLibreMap } from 'maplibre-gl';

import type { Localize, TextKey } from '../../messages/localize.js';
import { EARTH_RADIUS } from '../../model/mercator.js';
import { worldSizeAt } from './projection.js';
import type { unitOfLength } from './unit-of-length.js';

/** Of the scale, in pixels, where texts are of their usual size. */
const LONGEST = 75;

/** The units that lengths are told in, longest first, and how many metres each is. */
const UNITS = {
  metric: [
    ['kilometres', 1000],
    ['metres', 1],
  ],
  imperial: [
    ['miles', 1609.344],
    ['feet', 0.3048],
  ],
} as const satisfies Record<ReturnType<typeof unitOfLength>, readonly (readonly [TextKey, number])[]>;

/** How a scale reads. */
interface ScaleLook {
  localize: Localize;
  unit: keyof typeof UNITS;
  /** How much larger than usual its text is. */
  textScale: number;
}

/** R30: how far a length on a map is, at its middle. MapLibre's own writes its number in one way for all languages. */
export class MapScale implements IControl {
  readonly element = document.createElement('div');
  private map?: MapLibreMap;

  constructor(private look: ScaleLook) {
    this.element.className = 'maplibregl-ctrl maplibregl-ctrl-scale';
    this.element.part.add('scale');
  }

  onAdd(map: MapLibreMap): HTMLElement {
    this.map = map;
    map.on('move', this.draw);
    this.draw();
    return this.element;
  }

  onRemove(): void {
    this.map?.off('move', this.draw);
    this.element.remove();
  }

  setLook(look: Partial<ScaleLook>): void {
    this.look = { ...this.look, ...look };
    this.draw();
  }

  private readonly draw = () => {
    if (!this.map) return;
    const { localize, unit, textScale } = this.look;
    const longest = LONGEST * textScale;
    const parallel = 2 * Math.PI * EARTH_RADIUS * Math.cos((this.map.getCenter().lat * Math.PI) / 180);
    const metres = (parallel / worldSizeAt(this.map.getZoom())) * longest;
    const [name, length] = UNITS[unit].find(([, each]) => metres >= each) ?? UNITS[unit][1];
    const lengths = scaleLinear([0, metres / length], [0, longest]);
    const round = lengths.ticks(3).at(-1)!;
    this.element.style.width = `${lengths(round)}px`;
    const text = `${localize.number(round)}\u00a0${localize.term(name)}`;
    if (this.element.textContent === text) return;
    this.element.dir = localize.dir;
    this.element.textContent = text;
  };
}
