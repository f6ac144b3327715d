import type { Duration } from '../../model/amounts.js';
import type { Localize, TextKey } from '../../messages/localize.js';
import type { Dimension } from '../../model/records.js';

const LABELS: Readonly<Record<Exclude<Dimension, 'last-message'>, Readonly<Record<string, TextKey>>>> = {
  connection: { online: 'connectionOnline', offline: 'connectionOffline', unknown: 'connectionUnknown' },
  evse: {
    available: 'evseAvailable',
    charging: 'evseCharging',
    faulted: 'evseFaulted',
    undefined: 'evseUndefined',
  },
  station: {
    enabled: 'stationEnabled',
    disabled: 'stationDisabled',
    faulted: 'stationFaulted',
    unknown: 'stationUnknown',
  },
};

const UNITS: Readonly<Record<string, Duration['unit']>> = { s: 'second', m: 'minute', h: 'hour', d: 'day' };

/** `under-15m` → Under 15 minutes, `over-24h` (model/silence.ts) → Over 24 hours. */
function lastMessageLabel(localize: Localize, status: string): string | undefined {
  if (status === 'older') return localize.term('lastMessageOlder');
  const [, side, amount, unit] = /^(under|over)-(\d+(?:\.\d+)?)([smhd])$/.exec(status) ?? [];
  if (!side || !amount || !unit) return undefined;
  const duration = localize.duration(Number(amount), UNITS[unit]!);
  return localize.term(side === 'under' ? 'lastMessageUnder' : 'lastMessageOver', duration);
}

/** What a status is called; one that a host's own provider gives stays as it is. */
export function labelOf(localize: Localize, dimension: Dimension, status: string): string {
  if (dimension === 'last-message') return lastMessageLabel(localize, status) ?? status;
  const labels = LABELS[dimension];
  return Object.hasOwn(labels, status) ? localize.term(labels[status]!) : status;
}
