import type { MapItem } from '../../src/model/questions.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { Location, NetworkChange } from '../../src/model/records.js';
import { answerMapItems } from '../../src/engine/answers.js';
import { Network } from '../../src/engine/network.js';
import type { MapLibreView } from '../../src/render/map/maplibre-view.js';
import { records, WORDS } from '../page/networks.js';
import type { Changes, Points } from '../page/networks.js';
import { drawn } from './our-map.js';
import { VIEW } from './peer.js';
import type { Peer } from './peer.js';

export const NOON = Date.UTC(2026, 5, 7, 12);
export const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
export const WORLD: [number, number, number, number] = [-180, -85, 180, 85];

/** Changes as a host pushes them. */
export function asChange({ indices, statuses }: Changes): NetworkChange {
  return {
    stations: Array.from(indices, (index, at) => ({
      id: `S${index}`,
      evses: [{ id: '1', status: WORDS[statuses[at]!]! }],
    })),
  };
}

/** The engine in the page's own thread, and what it answers for a view of the world. */
export class OurEngine implements Peer {
  network?: Network;
  private locations: Location[] = [];
  private next: NetworkChange = {};

  prepare(points: Points): void {
    this.locations = records(points);
  }

  load(): void {
    this.network = new Network(RULES, NOON);
    this.network.load(this.locations);
    this.network.begin(NOON);
    this.items();
  }

  prepareChange(changes: Changes): void {
    this.next = asChange(changes);
  }

  change(): void {
    this.network!.change(this.next, NOON);
  }

  clear(): void {
    this.network = undefined;
  }

  items(): MapItem[] {
    return answerMapItems(this.network!, { dimension: 'evse', bbox: WORLD, zoom: VIEW.zoom });
  }
}

/** The engine in the page's own thread, and the map. */
export class OurMap implements Peer {
  private readonly engine = new OurEngine();

  constructor(private readonly map: MapLibreView) {}

  prepare(points: Points): void {
    this.engine.prepare(points);
  }

  load(): Promise<void> {
    this.engine.load();
    return drawn(this.map, this.engine.items());
  }

  prepareChange(changes: Changes): void {
    this.engine.prepareChange(changes);
  }

  change(): Promise<void> {
    this.engine.change();
    return drawn(this.map, this.engine.items());
  }

  clear(): Promise<void> {
    this.engine.clear();
    return drawn(this.map, []);
  }
}
