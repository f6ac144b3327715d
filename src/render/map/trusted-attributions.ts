import type { MapLibreMap, MapSourceDataEvent, MapStyleDataEvent, Source } from 'maplibre-gl';

import { trustedHtml } from '../../provider/worker/trusted-types.js';

/** What MapLibre asks of an attribution's text, which nothing that is trusted answers by itself. */
function asAttribution(text: string): string {
  const trusted = trustedHtml(text) as string | { length?: unknown; includes?: unknown };
  if (typeof trusted === 'string') return trusted;
  trusted.length = text.length;
  trusted.includes = text.includes.bind(text);
  return trusted as unknown as string;
}

/**
 * Has a page that requires Trusted Types show what the sources of a map say of where they are from: MapLibre's control parses and cleans it, and the parser takes only what
 * is trusted. To be called before the control is added, which follows the same events.
 */
export function trustAttributions(map: MapLibreMap): void {
  const trust = (event: MapSourceDataEvent | MapStyleDataEvent) => {
    if (event.dataType === 'source' && event.sourceDataType !== 'metadata') return;
    for (const id of Object.keys(map.style.tileManagers)) {
      const source = map.getSource<Source>(id);
      if (typeof source?.attribution === 'string') source.attribution = asAttribution(source.attribution);
    }
  };
  map.on('sourcedata', trust);
  map.on('styledata', trust);
}
