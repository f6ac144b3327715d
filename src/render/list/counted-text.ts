import { tabFilter } from '../../model/list-tabs.js';
import type { ListTab } from '../../model/list-tabs.js';
import type { StationFilter } from '../../model/records.js';
import { formatCounted, isolated } from '../shared/format.js';
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

function durationText(seconds: number): string {
  const [length, unit] = seconds > 2 * 86_400 ? [86_400, 'day'] : [3600, 'hour'];
  return formatCounted(seconds / length, { one: unit, many: `${unit}s` });
}

function troubleText(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  return seconds > 0 ? `, in trouble for more than ${durationText(seconds)}` : ', in trouble';
}

/** What else the list is narrowed to. */
function narrowingText({ country, operator, troubleFor }: StationFilter): string {
  return [
    country && ` in ${country.map(isolated).join(' or ')}`,
    operator && ` of ${operator.map(isolated).join(' or ')}`,
    troubleText(troubleFor),
  ]
    .filter(Boolean)
    .join('');
}

/** R20: what a list counts. A slice of the EVSE pie counts EVSEs, the rows behind it are stations. */
export function countedText(held: Held): string {
  const { filter, tab, stations } = held;
  const [connection, ...others] = tabFilter(filter, tab).connection ?? [];
  const evses = evsesText(held);
  const isMixed = evses !== '' && connection !== 'online' && tab === 'normal';
  return `${evses}${formatCounted(stations, SECTIONS.connection.counted)}${
    (others.length === 0 && connection && CONNECTION_WORDS[connection]) || ''
  }${narrowingText(filter)}${isMixed ? '; as last known where a station is not online' : ''}`;
}
