import { isFields, shown } from '../model/fields.js';
import type { Instant } from '../model/records.js';
import type { DataProvider } from '../provider/data-provider.js';
import { differenceOf } from './difference.js';
import type { Complaints, Inquiry } from './inquiry.js';
import { readMoment } from './readable-records.js';

const STATUSES = ['idle', 'loading', 'ready', 'stale', 'error'];
/** How far a clock may be ahead of when its data was true, beside the time that went by: milliseconds. */
const AHEAD = 60_000;

function isMoment(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value));
}

function judgeProblems(problems: unknown): string | undefined {
  if (problems === undefined) return undefined;
  const isWhole =
    isFields(problems) &&
    Number.isInteger(problems.total) &&
    Array.isArray(problems.first) &&
    problems.first.every(({ path, message }) => typeof path === 'string' && typeof message === 'string');
  return isWhole
    ? undefined
    : `problems is ${shown(problems)}; expected { total, first: [{ path, message }] }`;
}

/** What is wrong with the shape of a state, at any time (R14). */
export function judgeState(state: unknown): Complaints {
  if (!isFields(state)) return [`it is ${shown(state)}; expected { status, asOf, error, leftOut }`];
  const { status, asOf, error, leftOut, problems } = state;
  return [
    STATUSES.includes(status as string)
      ? undefined
      : `status is ${shown(status)}; expected one of ${STATUSES.join(', ')}`,
    isMoment(asOf) ? undefined : `asOf is ${shown(asOf)}; expected epoch milliseconds`,
    error === undefined || error instanceof Error ? undefined : `error is ${shown(error)}; expected an Error`,
    Number.isInteger(leftOut) && (leftOut as number) >= 0
      ? undefined
      : `leftOut is ${shown(leftOut)}; expected how many stations are left off the map, 0 or more`,
    judgeProblems(problems),
  ];
}

/** R14: what the state says once all is loaded. */
export function checkState(inquiry: Inquiry, asOf: Instant | undefined): void {
  const { state } = inquiry.provider;
  const moment = readMoment(asOf);
  inquiry.note('state, when all is loaded', [
    ...judgeState(state),
    differenceOf(state.status, 'ready', 'status'),
    differenceOf(state.leftOut, inquiry.oracle.leftOut(), 'leftOut'),
    state.error && `error is "${state.error.message}"; expected none`,
    moment === undefined ? undefined : differenceOf(state.asOf, moment, 'asOf'),
  ]);
}

/**
 * The network's clock as a provider has it: its own `now`, else the page's clock started at its data's `asOf`.
 * @param since when the provider was made: by the page's clock
 */
export function clockOf(provider: DataProvider, since: number): () => number {
  const asOf = provider.state.asOf;
  if (provider.now && Number.isFinite(provider.now())) return () => provider.now!();
  return asOf === undefined ? () => Date.now() : () => asOf + Date.now() - since;
}

/** What is wrong with a provider's `now`, where it has one ("Whose clock" in requirements.md). */
export function judgeNow(provider: DataProvider, asOf: Instant | undefined, since: number): Complaints {
  const now = provider.now?.();
  if (now === undefined) return provider.now ? ['it is nothing; expected epoch milliseconds'] : [];
  const start = readMoment(asOf);
  const first = start ?? since - AHEAD;
  const last = (start ?? since) + Date.now() - since + AHEAD;
  return [
    now >= first && now <= last
      ? undefined
      : `it is ${now}; expected ${start === undefined ? 'the current time' : `the snapshot's asOf (${start}) and the time that went by since`}`,
    provider.now!() >= now ? undefined : 'it goes back',
  ];
}
