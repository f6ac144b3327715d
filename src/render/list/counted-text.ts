import type { Localize } from '../../messages/localize.js';
import { tabFilter } from '../../model/list-tabs.js';
import type { ListTab } from '../../model/list-tabs.js';
import type { StationFilter } from '../../model/records.js';
import { isolated } from '../../messages/isolated.js';
import { labelOf } from '../shared/status-label.js';

/** What a tab of a list holds. */
interface Held {
  filter: StationFilter;
  tab: ListTab;
  stations: number;
  /** How many EVSEs of these are in the status that the filter asks for, where it asks for one and that is known. */
  evses?: number;
}

const CONNECTION_TERMS = {
  online: 'stationsOnline',
  offline: 'stationsAreOffline',
  unknown: 'stationsUnknown',
} as const;

/** The EVSEs of a list that is behind one of their statuses; empty for any other list. */
function evsesText(localize: Localize, { filter, tab, evses }: Held): string {
  const [status, ...others] = filter.evse ?? [];
  if (!status || others.length > 0) return '';
  const counted = evses === undefined ? localize.term('someEvses') : localize.counted('evses', evses);
  const label = labelOf(localize, 'evse', status);
  return localize.term(tab === 'offline' ? 'evsesLastKnown' : 'evsesInStatus', counted, label);
}

function inTroubleText(localize: Localize, counted: string, seconds: number): string {
  if (seconds === 0) return localize.term('areInTrouble', counted);
  const [length, unit] = seconds > 2 * 86_400 ? ([86_400, 'day'] as const) : ([3600, 'hour'] as const);
  return localize.term('areInTroubleForOver', counted, localize.duration(seconds / length, unit));
}

/** The stations of a list, with what else it is narrowed to. */
function narrowedText(
  localize: Localize,
  counted: string,
  { country, operator, troubleFor }: StationFilter,
): string {
  const names = (values: readonly string[]) => values.map(isolated).join(localize.term('or'));
  let text = counted;
  if (country) text = localize.term('inCountries', text, names(country));
  if (operator) text = localize.term('ofOperators', text, names(operator));
  return troubleFor === undefined ? text : inTroubleText(localize, text, troubleFor);
}

/** R20: what a list counts. A slice of the EVSE pie counts EVSEs, the rows behind it are stations. */
export function countedText(localize: Localize, held: Held): string {
  const { filter, tab } = held;
  const [connection = '', ...others] = tabFilter(filter, tab).connection ?? [];
  const stations = localize.counted('stations', held.stations);
  const isOne = others.length === 0 && Object.hasOwn(CONNECTION_TERMS, connection);
  const connected = isOne
    ? localize.term(CONNECTION_TERMS[connection as keyof typeof CONNECTION_TERMS], stations)
    : stations;
  const evses = evsesText(localize, held);
  const narrowed = narrowedText(
    localize,
    evses ? localize.term('evsesAt', evses, connected) : connected,
    filter,
  );
  const isMixed = evses !== '' && connection !== 'online' && tab === 'normal';
  return isMixed ? localize.term('asLastKnown', narrowed) : narrowed;
}
