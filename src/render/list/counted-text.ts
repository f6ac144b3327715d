import { tabFilter } from '../../model/list-tabs.js';
import type { ListTab } from '../../model/list-tabs.js';
import type { StationFilter } from '../../model/records.js';
import { formatCounted } from '../shared/format.js';
import { SECTIONS } from '../shared/sections.js';
import { lookOf } from '../shared/status-look.js';

/** What a tab of a list holds. */
interface Held {
  filter: StationFilter;
  tab: ListTab;
  stations: number;
  /** How many EVSEs of these are in the status that the filter asks for, where it asks for one and that is known. */
  evses?: number;
}

const CONNECTION_WORDS: Readonly<Record<string, string>> = {
  online: ' online',
  offline: ' offline',
  unknown: ' whose connection is unknown',
};

function evsesText({ filter, tab, evses }: Held): string {
  const [status, ...others] = filter.evse ?? [];
  if (!status || others.length > 0) return '';
  const { counted } = SECTIONS.evse;
  const word = lookOf('evse', status).label.toLowerCase();
  const number = evses === undefined ? counted.many : formatCounted(evses, counted);
  return `${number} ${tab === 'offline' ? `last known as ${word}` : word}, at `;
}

/** R20: what a list counts. A slice of the EVSE pie counts EVSEs, the rows behind it are stations. */
export function countedText(held: Held): string {
  const { filter, tab, stations } = held;
  const [connection, ...others] = tabFilter(filter, tab).connection ?? [];
  const evses = evsesText(held);
  const isMixed = evses !== '' && connection !== 'online' && tab === 'normal';
  return `${evses}${formatCounted(stations, SECTIONS.connection.counted)}${
    (others.length === 0 && connection && CONNECTION_WORDS[connection]) || ''
  }${isMixed ? '; as last known where a station is not online' : ''}`;
}
