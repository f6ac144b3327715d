import { MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import type { GeoJSONSource, GeoJSONSourceDiff } from 'maplibre-gl';
import maplibreCss from 'maplibre-gl/dist/maplibre-gl.css';

import { bundledMapWorker } from '../../src/render/map/map-worker-url.js';
import { STATUSES } from '../page/networks.js';
import type { Changes, Points } from '../page/networks.js';
import { BARE_STYLE } from './our-map.js';
import { addCss, MAX_ZOOM, RADIUS, stage, VIEW } from './peer.js';
import type { Peer } from './peer.js';

const SOURCE = 'stations';

const countOf = (status: string) => ['+', ['case', ['==', ['get', 'status'], status], 1, 0]];

/** MapLibre's own clusters: a circle and the number of a cluster's faulted and of all its EVSEs; it draws no rings. */
export class MapLibrePeer implements Peer {
  private data: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
  private diff: GeoJSONSourceDiff = {};

  static async create(): Promise<MapLibrePeer> {
    const workerUrl = await bundledMapWorker();
    if (workerUrl) setWorkerUrl(workerUrl);
    addCss(maplibreCss);
    const map = new MapLibreMap({
      container: stage(),
      style: BARE_STYLE,
      center: VIEW.center,
      zoom: VIEW.zoom,
      // Numbers appear at once.
      fadeDuration: 0,
      attributionControl: false,
    });
    await map.once('load');
    map.addSource(SOURCE, {
      type: 'geojson',
      data: { type: 'FeatureCollection', features: [] },
      cluster: true,
      clusterRadius: RADIUS,
      clusterMaxZoom: MAX_ZOOM,
      maxzoom: MAX_ZOOM + 1,
      clusterProperties: Object.fromEntries(STATUSES.map(status => [status, countOf(status)])),
    });
    map.addLayer({
      id: 'circles',
      type: 'circle',
      source: SOURCE,
      paint: {
        'circle-radius': 18,
        'circle-color': ['case', ['>', ['coalesce', ['get', 'faulted'], 0], 0], '#dd4115', '#00955c'],
      },
    });
    map.addLayer({
      id: 'numbers',
      type: 'symbol',
      source: SOURCE,
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['concat', ['get', 'faulted'], '/', ['get', 'point_count']],
        'text-size': 11,
        'text-allow-overlap': true,
      },
    });
    await map.once('idle');
    return new MapLibrePeer(map);
  }

  private constructor(private readonly map: MapLibreMap) {}

  prepare({ longitude, latitude, status }: Points): void {
    this.data.features = Array.from(longitude, (x, id) => ({
      type: 'Feature',
      id,
      properties: { status: STATUSES[status[id]!]! },
      geometry: { type: 'Point', coordinates: [x, latitude[id]!] },
    }));
  }

  load(): Promise<void> {
    return this.show(this.data);
  }

  prepareChange({ indices, statuses }: Changes): void {
    this.diff = {
      update: Array.from(indices, (id, at) => ({
        id,
        addOrUpdateProperties: [{ key: 'status', value: STATUSES[statuses[at]!]! }],
      })),
    };
  }

  async change(): Promise<void> {
    const idle = this.map.once('idle');
    await this.source.updateData(this.diff);
    await idle;
  }

  clear(): Promise<void> {
    return this.show({ type: 'FeatureCollection', features: [] });
  }

  private get source(): GeoJSONSource {
    return this.map.getSource<GeoJSONSource>(SOURCE)!;
  }

  private async show(data: GeoJSON.FeatureCollection): Promise<void> {
    const idle = this.map.once('idle');
    await this.source.setData(data);
    await idle;
  }
}
