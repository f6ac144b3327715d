import type { Dimension } from '../../model/records.js';

/** How a status looks and reads. */
interface StatusLook {
  label: string;
  /** The default of its CSS property. */
  color: string;
  /** What tells it apart where colour does not. */
  sign: Sign;
}

/** Signs are drawn (signs.ts), so that no font decides how they look. */
export type Sign =
  'check' | 'cross' | 'question' | 'plug' | 'bolt' | 'exclamation' | 'dash' | 'pause' | 'clock';

// Apart for every kind of colour vision, and 3:1 on light and dark surfaces: test/render/shared/status-look.test.ts.
const GREEN = '#00955c';
const BLUE = '#48649f';
const RED = '#dd4115';
const GREY = '#8a939e';

const LOOKS: Readonly<Record<Exclude<Dimension, 'last-message'>, Readonly<Record<string, StatusLook>>>> = {
  connection: {
    online: { label: 'Online', color: GREEN, sign: 'check' },
    offline: { label: 'Offline', color: RED, sign: 'cross' },
    unknown: { label: 'Unknown', color: GREY, sign: 'question' },
  },
  evse: {
    available: { label: 'Available', color: GREEN, sign: 'plug' },
    charging: { label: 'Charging', color: BLUE, sign: 'bolt' },
    faulted: { label: 'Faulted', color: RED, sign: 'exclamation' },
    undefined: { label: 'Undefined', color: GREY, sign: 'question' },
  },
  station: {
    enabled: { label: 'Enabled', color: GREEN, sign: 'check' },
    disabled: { label: 'Disabled', color: BLUE, sign: 'pause' },
    faulted: { label: 'Faulted', color: RED, sign: 'exclamation' },
    unknown: { label: 'Unknown', color: GREY, sign: 'question' },
  },
};

// In the order of their hues, from light to dark; none is grey, which stands for unknown.
/** From heard just now to long silent; the last is `older`. */
const LAST_MESSAGE_COLORS = ['#16a654', '#868cd5', '#763cf0', '#a54c6f', '#d20a08'];

const UNITS: Readonly<Record<string, string>> = { s: 'second', m: 'minute', h: 'hour', d: 'day' };

/** `under-15m` → Under 15 minutes, `over-24h` (model/silence.ts) → Over 24 hours; a name that a host's own provider gives stays as it is. */
function lastMessageLabel(status: string): string {
  if (status === 'older') return 'Older';
  const [, side, amount, unit] = /^(under|over)-(\d+(?:\.\d+)?)([smhd])$/.exec(status) ?? [];
  if (!side || !amount || !unit) return status;
  return `${side === 'under' ? 'Under' : 'Over'} ${amount} ${UNITS[unit]!}${amount === '1' ? '' : 's'}`;
}

/**
 * Of the default colours where those are enough, else mixed from the two around it.
 * @param age 0 for the least, 1 for the last
 * @param count how many colours are asked for
 */
function lastMessageColor(age: number, count: number): string {
  const last = LAST_MESSAGE_COLORS.length - 1;
  const place = age * last;
  if (count <= LAST_MESSAGE_COLORS.length) return LAST_MESSAGE_COLORS[Math.round(place)]!;
  const before = Math.min(last - 1, Math.floor(place));
  const share = Math.round((place - before) * 100);
  return `color-mix(in oklab, ${LAST_MESSAGE_COLORS[before]!}, ${LAST_MESSAGE_COLORS[before + 1]!} ${share}%)`;
}

function lastMessageLook(status: string, statuses: readonly string[]): StatusLook {
  const age = statuses.length > 1 ? Math.max(0, statuses.indexOf(status)) / (statuses.length - 1) : 0;
  return {
    label: lastMessageLabel(status),
    color: lastMessageColor(age, statuses.length),
    sign: age === 0 ? 'check' : age === 1 ? 'exclamation' : 'clock',
  };
}

/**
 * How a status looks and reads.
 * @param statuses all of the dimension, in their order; needed where a host sets its own buckets
 */
export function lookOf(dimension: Dimension, status: string, statuses: readonly string[] = []): StatusLook {
  if (dimension === 'last-message') return lastMessageLook(status, statuses);
  const looks = LOOKS[dimension];
  return Object.hasOwn(looks, status) ? looks[status]! : { label: status, color: GREY, sign: 'question' };
}

/** A status's colour as CSS: its property, which a host may set, with its default. */
export function colorOf(dimension: Dimension, status: string, statuses?: readonly string[]): string {
  return `var(--ev-color-${dimension}-${CSS.escape(status)}, ${lookOf(dimension, status, statuses).color})`;
}
