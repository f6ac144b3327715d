import '../../src/define/ev-data-provider.js';
import '../../src/define/ev-evse-map.js';
import '../../src/define/ev-evse-pie.js';

import type { EvDataProvider } from '../../src/elements/ev-data-provider.js';
import type { NetworkChange, NetworkSnapshot } from '../../src/model/records.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { stage } from '../peers/peer.js';
import { wait } from './timing.js';

/** A page with a map, a pie and their legend, as a host builds it; its source answers when `arrive` is called. */
export interface Overview {
  data: EvDataProvider;
  provider: DisposableProvider;
  map: HTMLElement;
  pie: HTMLElement;
  /** The data arrives. */
  arrive(snapshot: NetworkSnapshot): void;
  push(change: NetworkChange): void;
}

/** Elements with this part in an element's shadow root. */
export function parts(element: HTMLElement, part: string): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part="${part}"]`)];
}

/** Waits until the condition holds. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(20);
}

export function openOverview(): Overview {
  let arrive!: (snapshot: NetworkSnapshot) => void;
  let push!: (change: NetworkChange) => void;
  const arrived = new Promise<NetworkSnapshot>(resolve => (arrive = resolve));
  const provider = localProvider({
    load: () => arrived,
    watch: given => {
      push = given;
    },
  });
  const page = stage();
  page.innerHTML = `<ev-data-provider>
    <ev-evse-map style="position: absolute; inset: 0 320px 0 0; height: auto"></ev-evse-map>
    <ev-evse-pie style="position: absolute; inset: 0 0 0 auto; width: 320px"></ev-evse-pie>
  </ev-data-provider>`;
  const data = page.querySelector('ev-data-provider')!;
  data.provider = provider;
  return {
    data,
    provider,
    map: data.querySelector('ev-evse-map')!,
    pie: data.querySelector('ev-evse-pie')!,
    arrive,
    push: change => {
      push(change);
    },
  };
}

/** Waits until MapLibre's canvas has been there for a while: its style and its worker are loaded. */
export async function mapStands({ map }: Pick<Overview, 'map'>): Promise<void> {
  await until(() => map.shadowRoot!.querySelector('.maplibregl-canvas') !== null);
  await wait(3000);
}

/** Waits until both views show the network. */
export async function isShown({ map, pie }: Overview): Promise<void> {
  await until(() => parts(map, 'cluster').length > 0 && parts(pie, 'slice').length > 0);
}
