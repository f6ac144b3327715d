import L from 'leaflet';
import leafletCss from 'leaflet/dist/leaflet.css';

import { STATUSES } from '../page/networks.js';
import type { Changes, Points } from '../page/networks.js';
import { nextTask } from '../page/timing.js';
import { addCss, MAX_ZOOM, RADIUS, stage, VIEW } from './peer.js';
import type { Peer } from './peer.js';

/** Leaflet's tiles are half as wide as MapLibre's. */
const ZOOM_OFFSET = 1;

type StatusMarker = L.Marker & { status: number };

function iconOf(cluster: L.MarkerCluster): L.DivIcon {
  const counts = [0, 0, 0, 0];
  for (const marker of cluster.getAllChildMarkers() as StatusMarker[]) counts[marker.status]!++;
  const title = STATUSES.map((status, index) => `${counts[index]} ${status}`).join(', ');
  return L.divIcon({
    html: `<b title="${title}">${counts[2]}/${cluster.getChildCount()}</b>`,
    iconSize: [36, 36],
  });
}

/** Leaflet.markercluster: a box with the number of a cluster's faulted and of all its EVSEs; it draws no rings. */
export class MarkerClusterPeer implements Peer {
  private markers: StatusMarker[] = [];
  private changed: StatusMarker[] = [];
  private group?: L.MarkerClusterGroup;

  static async create(): Promise<MarkerClusterPeer> {
    addCss(leafletCss);
    // The plugin adds itself to a global.
    Object.assign(globalThis, { L });
    await import('leaflet.markercluster');
    const [longitude, latitude] = VIEW.center;
    const map = L.map(stage(), {
      maxZoom: MAX_ZOOM + ZOOM_OFFSET + 1,
      zoomAnimation: false,
      markerZoomAnimation: false,
      attributionControl: false,
    });
    map.setView([latitude, longitude], VIEW.zoom + ZOOM_OFFSET);
    return new MarkerClusterPeer(map);
  }

  private constructor(private readonly map: L.Map) {}

  prepare({ longitude, latitude, status }: Points): void {
    const icon = L.divIcon({ iconSize: [12, 12] });
    this.markers = Array.from(longitude, (x, index) => {
      const marker = L.marker([latitude[index]!, x], { icon }) as StatusMarker;
      marker.status = status[index]!;
      return marker;
    });
  }

  load(): Promise<void> {
    this.group = L.markerClusterGroup({
      maxClusterRadius: RADIUS,
      disableClusteringAtZoom: MAX_ZOOM + ZOOM_OFFSET + 1,
      iconCreateFunction: iconOf,
      chunkedLoading: false,
      animate: false,
    });
    this.group.addLayers(this.markers);
    this.map.addLayer(this.group);
    return nextTask();
  }

  prepareChange({ indices, statuses }: Changes): void {
    this.changed = Array.from(indices, (index, at) => {
      const marker = this.markers[index]!;
      marker.status = statuses[at]!;
      return marker;
    });
  }

  change(): Promise<void> {
    this.group!.refreshClusters(this.changed);
    return nextTask();
  }

  clear(): void {
    this.group?.clearLayers();
    this.group?.remove();
  }
}
