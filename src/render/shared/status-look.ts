import type { Dimension } from '../../model/records.js';

/** How a status looks. */
interface StatusLook {
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
    online: { color: GREEN, sign: 'check' },
    offline: { color: RED, sign: 'cross' },
    unknown: { color: GREY, sign: 'question' },
  },
  evse: {
    available: { color: GREEN, sign: 'plug' },
    charging: { color: BLUE, sign: 'bolt' },
    faulted: { color: RED, sign: 'exclamation' },
    undefined: { color: GREY, sign: 'question' },
  },
  station: {
    enabled: { color: GREEN, sign: 'check' },
    disabled: { color: BLUE, sign: 'pause' },
    faulted: { color: RED, sign: 'exclamation' },
    unknown: { color: GREY, sign: 'question' },
  },
};

// In the order of their hues, from light to dark; none is grey, which stands for unknown.
/** From heard just now to long silent; the last is `older`. */
const LAST_MESSAGE_COLORS = ['#16a654', '#868cd5', '#763cf0', '#a54c6f', '#d20a08'];

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
    color: lastMessageColor(age, statuses.length),
    sign: age === 0 ? 'check' : age === 1 ? 'exclamation' : 'clock',
  };
}

/**
 * How a status looks.
 * @param statuses all of the dimension, in their order; needed where a host sets its own buckets
 */
export function lookOf(dimension: Dimension, status: string, statuses: readonly string[] = []): StatusLook {
  if (dimension === 'last-message') return lastMessageLook(status, statuses);
  const looks = LOOKS[dimension];
  return Object.hasOwn(looks, status) ? looks[status]! : { color: GREY, sign: 'question' };
}

/** A status as part of a CSS name; the library's own are, and only those are asked for on a server, which has no `CSS`. */
function cssName(status: string): string {
  return /^[\w-]+$/.test(status) ? status : CSS.escape(status);
}

/** A status's colour as CSS: its property, which a host may set, with its default. */
export function colorOf(dimension: Dimension, status: string, statuses?: readonly string[]): string {
  return `var(--ev-color-${dimension}-${cssName(status)}, ${lookOf(dimension, status, statuses).color})`;
}
