import type { StatusMap } from '../../src/elements/status-map.js';
import { MINUTE } from '../../src/model/time.js';
import type { Location, Station } from '../../src/model/records.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import type { DataProvider } from '../../src/provider/data-provider.js';
import { AS_OF } from './controllable-provider.js';
import { NO_GROUND } from './no-ground.js';
import { middleOf, mount, parts, until } from './page.js';

const online = (id: string, ...statuses: string[]): Station => ({
  id,
  heartbeatInterval: 300,
  lastMessageAt: AS_OF - MINUTE,
  status: 'Available',
  evses: statuses.map((status, index) => ({ id: String(index + 1), status })),
});
const offline = (id: string): Station => ({
  ...online(id, 'Charging'),
  lastMessageAt: AS_OF - 90 * MINUTE,
});

/** A pair that splits, a stack on one point, and one by itself far away: four stations online, two offline, one unknown. */
export const LOCATIONS: readonly Location[] = [
  {
    id: 'NL-1',
    name: 'Harbour',
    latitude: 51.92,
    longitude: 4.47,
    stations: [online('CS-1', 'Available', 'Charging')],
  },
  { id: 'NL-2', name: 'Market', latitude: 51.93, longitude: 4.49, stations: [offline('CS-2')] },
  { id: 'DE-1', name: 'Level one', latitude: 52.5, longitude: 13.4, stations: [online('CS-3', 'Faulted')] },
  { id: 'DE-2', name: 'Level two', latitude: 52.5, longitude: 13.4, stations: [{ id: 'CS-4' }] },
  {
    id: 'BR 1/2',
    name: 'Central <b>bold</b> & "quoted"',
    latitude: -10,
    longitude: -50,
    stations: [online('CS-5', 'Available'), online('CS/6?', 'Charging'), offline('CS-7')],
  },
];

/** A provider of these locations, in the tab. */
export function providerOf(locations: readonly Location[] = LOCATIONS): DisposableProvider {
  const snapshot = { asOf: AS_OF, locations: [...locations] };
  return localProvider({ load: () => Promise.resolve(snapshot) }, { now: () => AS_OF, worker: 'never' });
}

/** The groups and pins that are on a map. */
export const markersOn = (root: ParentNode): HTMLElement[] => [
  ...parts(root, 'cluster'),
  ...parts(root, 'pin'),
];

/** What the markers on a map count together. */
export const markedOn = (root: ParentNode): number =>
  markersOn(root).reduce((sum, { dataset }) => sum + Number(dataset.count), 0);

export const canvasOf = (map: Element): HTMLCanvasElement | null | undefined =>
  map.shadowRoot?.querySelector('canvas');

/** A map on the page, with its markers there and no ground below them. */
export const openMap = (attributes = '', provider?: DataProvider, tag?: string): Promise<StatusMap> =>
  openWorldMap(`${attributes} ${NO_GROUND}`, provider, tag);

/** A map on the page, with its markers there, above the embedded world: small, for software draws it. */
export async function openWorldMap(
  attributes = '',
  provider: DataProvider = providerOf(),
  tag = 'ev-connection-map',
): Promise<StatusMap> {
  const map = mount<StatusMap>(
    `<${tag} style="width: 520px; height: 360px" ${attributes}></${tag}>`,
    provider,
  );
  await until(async () => {
    await stands(map);
    return markersOn(map).length > 0;
  });
  return map;
}

/** Waits until a map has not moved for some frames: it may fly to its network first. Markers that open are still to come to their look. */
export async function stands(map: HTMLElement): Promise<void> {
  let at = '';
  for (let frames = 0; frames < 10; frames++) {
    await new Promise(resolve => requestAnimationFrame(resolve));
    const now = markersOn(map)
      .map(marker => Object.values(middleOf(marker)).map(Math.round).join())
      .join(' ');
    const isOpening = markersOn(map).some(marker => marker.getAnimations().length > 0);
    if (now !== at || isOpening) frames = 0;
    at = now;
  }
}

/** Lets canvases keep what is drawn in them, so that it can be read at any time; returns what undoes it. */
export function keepDrawings(): () => void {
  const { prototype } = HTMLCanvasElement;
  const original = Object.getOwnPropertyDescriptor(prototype, 'getContext')!;
  const getContext = prototype.getContext as (kind: string, options?: object) => unknown;
  prototype.getContext = function (this: HTMLCanvasElement, kind: string, options?: object) {
    return getContext.call(this, kind, { ...options, preserveDrawingBuffer: true });
  } as typeof prototype.getContext;
  return () => Object.defineProperty(prototype, 'getContext', original);
}

/** The colour of a canvas some pixels from its middle: red, green, blue and alpha. */
export function colorAt(canvas: HTMLCanvasElement, right: number, down: number): number[] {
  const copy = new OffscreenCanvas(1, 1).getContext('2d')!;
  const scale = canvas.width / canvas.clientWidth;
  copy.drawImage(
    canvas,
    canvas.width / 2 + right * scale,
    canvas.height / 2 + down * scale,
    1,
    1,
    0,
    0,
    1,
    1,
  );
  return [...copy.getImageData(0, 0, 1, 1).data];
}
