import type { IControl, MapLibreMap, StyleSpecification } from 'maplibre-gl';

import { embeddedStyle } from './embedded-style.js';
import type { MapScheme } from './embedded-style.js';

/** A host's own style, a URL or a style itself; undefined for the embedded world map. */
export type OwnStyle = string | StyleSpecification | undefined;

/** What a map is drawn with: the host's own style, or the embedded one in one of its two looks (R24). */
export class MapStyle {
  /** A style that arrives after another was asked for is not shown. */
  private lastAsked = 0;

  /** @param attribution credits what a host's style shows; the embedded map is in the public domain */
  constructor(
    private readonly map: MapLibreMap,
    private readonly attribution: IControl,
    private own: OwnStyle,
    private scheme: MapScheme,
    private readonly onError: (error: Error) => void,
  ) {
    this.showAttribution();
  }

  setOwn(style: OwnStyle): void {
    if (style === this.own) return;
    this.own = style;
    this.showAttribution();
    void this.show();
  }

  setScheme(scheme: MapScheme): void {
    if (scheme === this.scheme) return;
    this.scheme = scheme;
    if (!this.own) void this.show();
  }

  /** No style that is still on its way is shown any more. */
  stop(): void {
    this.lastAsked = NaN;
  }

  private async show(): Promise<void> {
    const asked = ++this.lastAsked;
    try {
      const style = this.own ?? (await embeddedStyle(this.scheme));
      if (asked === this.lastAsked) this.map.setStyle(style);
    } catch (error) {
      this.onError(error as Error);
    }
  }

  private showAttribution(): void {
    const { map, attribution, own } = this;
    const isShown = map.hasControl(attribution);
    if (own && !isShown) map.addControl(attribution);
    if (!own && isShown) map.removeControl(attribution);
  }
}
