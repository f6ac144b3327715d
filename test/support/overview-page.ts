import type { EvOverview } from '../../src/elements/ev-overview.js';
import type { Dimension } from '../../src/model/records.js';
import type { DataProvider } from '../../src/provider/data-provider.js';
import { NO_GROUND } from './no-ground.js';
import { mount, ofStatus, parts, until } from './page.js';

const PIES: Readonly<Record<Dimension, string>> = {
  connection: 'ev-connection-pie',
  evse: 'ev-evse-pie',
  'last-message': 'ev-last-ocpp-pie',
  station: 'ev-station-pie',
};

/** The pie of a dimension. */
export const pieOf = (overview: Element, dimension: Dimension): Element =>
  overview.shadowRoot!.querySelector(PIES[dimension])!;

/** An overview with its pies there, whose maps have no ground. */
export async function openOverview(provider: DataProvider, attributes = ''): Promise<EvOverview> {
  const overview = mount<EvOverview>(`<ev-overview ${attributes} ${NO_GROUND}></ev-overview>`, provider);
  await until(() => Object.values(PIES).every(tag => hasLegend(overview, tag)));
  return overview;
}

const hasLegend = (overview: Element, tag: string) => {
  const pie = overview.shadowRoot?.querySelector(tag);
  return !!pie && parts(pie, 'entry').length > 0;
};

export const dialogOf = (overview: Element): HTMLDialogElement =>
  overview.shadowRoot!.querySelector<HTMLDialogElement>('dialog[part="list"]')!;

export const untilOpen = (overview: Element): Promise<void> =>
  until(() => dialogOf(overview).matches(':modal'));

export const untilShut = (overview: Element): Promise<void> =>
  until(() => !dialogOf(overview).open && dialogOf(overview).childElementCount === 0);

/** The button of a legend row that asks for its list. */
export const drillOf = (pie: Element, status: string): HTMLElement =>
  ofStatus(pie, 'entry', status).parentElement!.querySelector<HTMLElement>('[part="drill"]')!;
