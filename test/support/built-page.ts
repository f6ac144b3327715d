import { AS_OF } from './controllable-provider.js';
import { LOCATIONS, canvasOf, colorAt } from './map-page.js';
import { mount, until } from './page.js';

/** What a page imports at run time, as built. */
export const load = async (address: string) => (await import(address)) as Record<string, unknown>;

/** The pies and a map, as a page has dropped them in, with the data at a URL. */
export function mountOverviewTags(): HTMLElement {
  const snapshot = JSON.stringify({ asOf: AS_OF, locations: LOCATIONS });
  const src = URL.createObjectURL(new Blob([snapshot], { type: 'application/json' }));
  // Off Brazil's coast: its inland in the west, the Atlantic in the east.
  return mount(`<ev-data-provider src="${src}">
    <ev-connection-map center="-35,-8" zoom="4" style="width: 520px; height: 360px"></ev-connection-map>
    <ev-connection-pie></ev-connection-pie><ev-evse-pie></ev-evse-pie>
    <ev-last-ocpp-pie></ev-last-ocpp-pie><ev-station-pie></ev-station-pie>
  </ev-data-provider>`);
}

/** Waits until that map shows land beside sea: MapLibre's worker has run. */
export async function untilLandIsDrawn(page: HTMLElement): Promise<void> {
  const map = page.querySelector('ev-connection-map')!;
  await until(() => !!canvasOf(map));
  const canvas = canvasOf(map)!;
  const [land, sea] = [() => colorAt(canvas, -150, 40), () => colorAt(canvas, 200, 40)];
  await until(() => land()[3] === 255 && sea()[3] === 255 && land().join() !== sea().join());
}
