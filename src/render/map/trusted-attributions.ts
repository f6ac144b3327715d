import type { MapLibreMap, MapSourceDataEvent, MapStyleDataEvent, Source } from 'maplibre-gl';

import { trustedHtml } from '../../provider/worker/trusted-types.js';
import { trustedText } from './trusted-text.js';

/**
 * Has a page that requires Trusted Types show what the sources of a map say of where they are from: MapLibre's control parses and cleans it, and the parser takes only what
 * is trusted. To be called before the control is added, which follows the same events.
 */
export function trustAttributions(map: MapLibreMap): void {
  const trust = (event: MapSourceDataEvent | MapStyleDataEvent) => {
    if (event.dataType === 'source' && event.sourceDataType !== 'metadata') return;
    for (const id of Object.keys(map.style.tileManagers)) {
      const source = map.getSource<Source>(id);
      if (typeof source?.attribution !== 'string') continue;
      const { attribution } = source;
      source.attribution = trustedText(trustedHtml(attribution), attribution, ['length', 'includes']);
    }
  };
  map.on('sourcedata', trust);
  map.on('styledata', trust);
}
