import type { Location, NetworkChange } from '../../src/model/records.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import type { MapLibreView } from '../../src/render/map/maplibre-view.js';
import { records } from '../page/networks.js';
import type { Changes, Points } from '../page/networks.js';
import { must, wait } from '../page/timing.js';
import { drawn, drawnNextFrame } from './our-map.js';
import { asChange, WORLD } from './ours.js';
import { VIEW } from './peer.js';
import type { Peer } from './peer.js';

/** Longer than the provider gathers changes after the last ones: the next is taken at once. */
const REST = 150;

/** What a page has: `localProvider` with its worker, and the map. */
export class OurProvider implements Peer {
  private locations: Location[] = [];
  private provider?: DisposableProvider;
  private push?: (change: NetworkChange) => void;
  private next: NetworkChange = {};

  constructor(private readonly map: MapLibreView) {}

  prepare(points: Points): void {
    this.locations = records(points);
  }

  async load(): Promise<void> {
    this.provider = localProvider({
      load: async () => ({ locations: this.locations }),
      watch: push => {
        this.push = push;
      },
    });
    await this.draw();
    must(this.provider.state.status !== 'error', String(this.provider.state.error));
  }

  async prepareChange(changes: Changes): Promise<void> {
    this.next = asChange(changes);
    await wait(REST);
  }

  async change(): Promise<void> {
    const told = new Promise<void>(resolve => {
      const stop = this.provider!.subscribe(() => {
        stop();
        resolve();
      });
    });
    this.push!(this.next);
    await told;
    await this.draw();
  }

  async clear(): Promise<void> {
    this.provider?.dispose();
    await drawn(this.map, []);
  }

  private async draw(): Promise<void> {
    const view = { dimension: 'evse' as const, bbox: WORLD, zoom: VIEW.zoom };
    await drawnNextFrame(this.map, await this.provider!.mapItems(view));
  }
}
