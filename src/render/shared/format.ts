import { DAY, HOUR, MINUTE, SECOND } from '../../model/time.js';

const number = new Intl.NumberFormat();
const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'always', style: 'short' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** The least share that shows as itself. */
const LEAST_SHARE = 0.001;

export function formatNumber(value: number): string {
  return number.format(value);
}

/** From this on a number is given in thousands or millions where there is little room. */
const LEAST_COMPACT = 10_000;

/** A number in little room: `9,876`, `12.3K`. */
export function formatBriefly(value: number): string {
  return value < LEAST_COMPACT ? number.format(value) : compact.format(value);
}

/** A number of things: `1 station`, `1,234 stations`. */
export function formatCounted(value: number, { one, many }: { one: string; many: string }): string {
  return `${number.format(value)} ${value === 1 ? one : many}`;
}

/** A share of what is visible (R21). One that is not nothing never reads 0 %, one that is not all never 100 %. */
export function formatShare(count: number, total: number): string {
  if (total === 0) return '–';
  const share = count / total;
  if (count > 0 && share < LEAST_SHARE) return `< ${percent.format(LEAST_SHARE)}`;
  if (count < total && share > 1 - LEAST_SHARE) return `> ${percent.format(1 - LEAST_SHARE)}`;
  return percent.format(share);
}

/** Days a month and a year have on average; an age this old need not be exact. */
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * DAY],
  ['month', 30.44 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** How long ago a moment was: `just now`, `5 min. ago`. A time in the future counts as now (R7). */
export function formatAge(at: number, now: number): string {
  const age = Math.max(0, now - at);
  const unit = UNITS.find(([, length]) => age >= length);
  if (unit) return relative.format(-Math.floor(age / unit[1]), unit[0]);
  return age < 10 * SECOND ? 'just now' : relative.format(-Math.floor(age / SECOND / 10) * 10, 'second');
}

/** How long it is until a moment: `in 15 sec.`, `in 2 min.`; in steps of 5 seconds at least, so that it can be read. */
export function formatWait(at: number, now: number): string {
  const wait = Math.max(1, at - now);
  if (wait > MINUTE) return relative.format(Math.ceil(wait / MINUTE), 'minute');
  return relative.format(Math.ceil(wait / SECOND / 5) * 5, 'second');
}

const durations = {
  day: new Intl.NumberFormat(undefined, { style: 'unit', unit: 'day', unitDisplay: 'long' }),
  hour: new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }),
};

/** A time of a day or more in milliseconds: `a day`, `3 days`, `36 hours`. */
export function formatDuration(time: number): string {
  if (time === DAY) return 'a day';
  return time % DAY === 0 ? durations.day.format(time / DAY) : durations.hour.format(time / HOUR);
}

/** A moment in the reader's own time zone. */
export function formatMoment(at: number): string {
  return moment.format(at);
}

/** Characters that set the direction of what follows; between the isolates they cannot reach beyond. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/**
 * How old data is by the network's clock (R14); with the moment itself where that clock is far from the page's: a file of
 * last month is not news, however lately it was fetched.
 */
export function formatDataAge(asOf: number, now: number, pageNow: number): string {
  const age = formatAge(asOf, now);
  return Math.abs(pageNow - now) > HOUR ? `${age}, as of ${formatMoment(asOf)}` : age;
}
