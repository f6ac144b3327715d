import Feature from 'ol/Feature.js';
import Point from 'ol/geom/Point.js';
import VectorLayer from 'ol/layer/Vector.js';
import OpenLayersMap from 'ol/Map.js';
import { fromLonLat } from 'ol/proj.js';
import Cluster from 'ol/source/Cluster.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import View from 'ol/View.js';

import type { Changes, Points } from '../page/networks.js';
import { RADIUS, stage, VIEW } from './peer.js';
import type { Peer } from './peer.js';

/** Its tiles are half as wide as MapLibre's. */
const ZOOM_OFFSET = 1;

const styles = new Map<string, Style>();

function styleOf(cluster: { get(key: 'features'): Feature[] }): Style {
  const members = cluster.get('features');
  const counts = [0, 0, 0, 0];
  for (const member of members) counts[member.get('status') as number]!++;
  const text = `${counts[2]}/${members.length}`;
  let style = styles.get(text);
  if (!style) {
    style = new Style({
      image: new CircleStyle({ radius: 18, fill: new Fill({ color: counts[2] ? '#dd4115' : '#00955c' }) }),
      text: new Text({ text, fill: new Fill({ color: '#fff' }) }),
    });
    styles.set(text, style);
  }
  return style;
}

/** OpenLayers' Cluster: a circle and the number of a cluster's faulted and of all its EVSEs; it draws no rings. */
export class OpenLayersPeer implements Peer {
  private readonly source = new VectorSource<Feature<Point>>();
  private features: Feature<Point>[] = [];
  private readonly map: OpenLayersMap;

  constructor() {
    const layer = new VectorLayer({
      source: new Cluster({ distance: RADIUS, source: this.source }),
      style: feature => styleOf(feature as Feature),
      updateWhileAnimating: false,
    });
    this.map = new OpenLayersMap({
      target: stage(),
      layers: [layer],
      controls: [],
      view: new View({ center: fromLonLat(VIEW.center), zoom: VIEW.zoom + ZOOM_OFFSET }),
    });
  }

  prepare({ longitude, latitude, status }: Points): void {
    styles.clear();
    this.features = Array.from(
      longitude,
      (x, index) =>
        new Feature({ geometry: new Point(fromLonLat([x, latitude[index]!])), status: status[index]! }),
    );
  }

  async load(): Promise<void> {
    const complete = this.complete();
    this.source.addFeatures(this.features);
    await complete;
  }

  prepareChange({ indices, statuses }: Changes): void {
    // Silently: `change` tells the source once of them all.
    indices.forEach((index, at) => this.features[index]!.set('status', statuses[at]!, true));
  }

  async change(): Promise<void> {
    const complete = this.complete();
    this.source.changed();
    await complete;
  }

  async clear(): Promise<void> {
    const complete = this.complete();
    this.source.clear(true);
    await complete;
  }

  private complete(): Promise<unknown> {
    return new Promise(resolve => {
      this.map.once('rendercomplete', resolve);
    });
  }
}
