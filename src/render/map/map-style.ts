import type { GeoJSONSource, MapLibreMap, StyleSpecification } from 'maplibre-gl';

import type { BoundingBox } from '../../model/questions.js';
import { embeddedStyle, NEAR_SHAPES, TOWNS } from './embedded-style.js';
import type { MapScheme } from './embedded-style.js';
import { NearMap } from './near-map.js';
import type { NearFeatures } from './near-map.js';

/** A host's own style, a URL or a style itself; undefined for the embedded world map. */
export type OwnStyle = string | StyleSpecification | undefined;

/** What a map is drawn with: the host's own style, or the embedded one in one of its two looks (R24). */
export class MapStyle {
  /** A style that arrives after another was asked for is not shown. */
  private lastAsked = 0;
  private readonly near: NearMap;

  constructor(
    private readonly map: MapLibreMap,
    private own: OwnStyle,
    private scheme: MapScheme,
    private readonly onError: (error: Error) => void,
  ) {
    this.near = new NearMap(added => this.add(added), onError);
  }

  setOwn(style: OwnStyle): void {
    if (style === this.own) return;
    this.own = style;
    void this.show();
  }

  setScheme(scheme: MapScheme): void {
    if (scheme === this.scheme) return;
    this.scheme = scheme;
    if (!this.own) void this.show();
  }

  /** Has the embedded map show what there is at a place (R30). */
  look(bbox: BoundingBox, zoom: number): void {
    if (!this.own) void this.near.look(bbox, zoom);
  }

  /** No style that is still on its way is shown any more. */
  stop(): void {
    this.lastAsked = NaN;
  }

  private async show(): Promise<void> {
    const asked = ++this.lastAsked;
    try {
      const style = this.own ?? (await embeddedStyle(this.scheme, this.near.features));
      if (asked === this.lastAsked) this.map.setStyle(style);
    } catch (error) {
      this.onError(error as Error);
    }
  }

  private add({ shapes, towns }: NearFeatures): void {
    const { map } = this;
    // Where there is no such source, a host's style is shown, or none yet; the next embedded one has them.
    void map.getSource<GeoJSONSource>(NEAR_SHAPES)?.updateData({ add: shapes });
    void map.getSource<GeoJSONSource>(TOWNS)?.updateData({ add: towns });
  }
}
