import type { Dimension } from '../../model/records.js';
import type { Pattern } from './patterns.js';
import { BLUE, colorOfAge, GREEN, GREY, RED } from './status-colors.js';
import type { SchemedColor } from './status-colors.js';

/** How a status looks. */
interface StatusLook {
  /** The default of its CSS property. */
  color: SchemedColor;
  /** What tells it apart where colour does not. */
  sign: Sign;
  /** What tells it apart on demand; what is well has none. */
  pattern?: Pattern;
}

/** Signs are drawn (signs.ts), so that no font decides how they look. */
export type Sign =
  'check' | 'cross' | 'question' | 'plug' | 'bolt' | 'exclamation' | 'dash' | 'pause' | 'clock';

const LOOKS: Readonly<Record<Exclude<Dimension, 'last-message'>, Readonly<Record<string, StatusLook>>>> = {
  connection: {
    online: { color: GREEN, sign: 'check' },
    offline: { color: RED, sign: 'cross', pattern: 'grid' },
    unknown: { color: GREY, sign: 'question', pattern: 'dots' },
  },
  evse: {
    available: { color: GREEN, sign: 'plug' },
    charging: { color: BLUE, sign: 'bolt', pattern: 'back-stripes' },
    faulted: { color: RED, sign: 'exclamation', pattern: 'grid' },
    undefined: { color: GREY, sign: 'question', pattern: 'dots' },
  },
  station: {
    enabled: { color: GREEN, sign: 'check' },
    disabled: { color: BLUE, sign: 'pause', pattern: 'back-stripes' },
    faulted: { color: RED, sign: 'exclamation', pattern: 'grid' },
    unknown: { color: GREY, sign: 'question', pattern: 'dots' },
  },
};

/** Of the ages of last messages, as their colours. */
const AGE_PATTERNS: readonly (Pattern | undefined)[] = [
  undefined,
  'lines',
  'back-stripes',
  'stripes',
  'grid',
];

function lastMessageLook(status: string, statuses: readonly string[]): StatusLook {
  const age = statuses.length > 1 ? Math.max(0, statuses.indexOf(status)) / (statuses.length - 1) : 0;
  return {
    color: colorOfAge(age, statuses.length),
    sign: age === 0 ? 'check' : age === 1 ? 'exclamation' : 'clock',
    pattern: AGE_PATTERNS[Math.round(age * (AGE_PATTERNS.length - 1))],
  };
}

/**
 * How a status looks.
 * @param statuses all of the dimension, in their order; needed where a host sets its own buckets
 */
export function lookOf(dimension: Dimension, status: string, statuses: readonly string[] = []): StatusLook {
  if (dimension === 'last-message') return lastMessageLook(status, statuses);
  const looks = LOOKS[dimension];
  return Object.hasOwn(looks, status) ? looks[status]! : { color: GREY, sign: 'question', pattern: 'dots' };
}

/** A status as part of a CSS name; the library's own are, and only those are asked for on a server, which has no `CSS`. */
function cssName(status: string): string {
  return /^[\w-]+$/.test(status) ? status : CSS.escape(status);
}

/** A status's colour as CSS: its property, which a host may set, with its default. */
export function colorOf(dimension: Dimension, status: string, statuses?: readonly string[]): string {
  const { light, dark } = lookOf(dimension, status, statuses).color;
  return `var(--ev-color-${dimension}-${cssName(status)}, light-dark(${light}, ${dark}))`;
}
