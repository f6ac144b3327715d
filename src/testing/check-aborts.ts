import type { QuestionOptions } from '../provider/data-provider.js';
import { inTime, inWords } from './asked-provider.js';
import type { Complaints, Inquiry } from './inquiry.js';

type Ask = (options: QuestionOptions) => Promise<unknown>;

/** How a promise ends: with what error; undefined where it is answered. */
function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return inTime(promise).then(
    () => undefined,
    (error: unknown) => error,
  );
}

function isAbort(error: unknown): boolean {
  return (error as Error | undefined)?.name === 'AbortError';
}

async function judgeAborts(ask: Ask): Promise<Complaints> {
  const before = await errorOf(Promise.resolve().then(() => ask({ signal: AbortSignal.abort() })));
  const controller = new AbortController();
  const asked = errorOf(Promise.resolve().then(() => ask({ signal: controller.signal })));
  await Promise.resolve();
  controller.abort();
  const during = await asked;
  return [
    isAbort(before)
      ? undefined
      : `asked with an aborted signal, it ${before ? `rejected with ${inWords(before)}` : 'was answered'}; expected an AbortError`,
    during === undefined || isAbort(during)
      ? undefined
      : `aborted while it was asked, it rejected with ${inWords(during)}; expected an AbortError`,
  ];
}

/** A question whose signal aborts rejects with an AbortError. */
export async function checkAborts(inquiry: Inquiry): Promise<void> {
  const { provider } = inquiry;
  const bbox: [number, number, number, number] = [-180, -90, 180, 90];
  const questions: [name: string, ask: Ask][] = [
    ['counts', options => provider.counts('connection', options)],
    ['mapItems', options => provider.mapItems({ dimension: 'connection', bbox, zoom: 0 }, options)],
    ['location', options => provider.location(inquiry.oracle.ids.locations[0] ?? '', options)],
    ['stations', options => provider.stations({ filter: {} }, options)],
    ...(provider.bounds ? [['bounds', options => provider.bounds!(options)] as [string, Ask]] : []),
    ...(provider.facets
      ? [['facets', options => provider.facets!('country', options)] as [string, Ask]]
      : []),
    ...(provider.trend
      ? [['trend', options => provider.trend!('connection', options)] as [string, Ask]]
      : []),
  ];
  for (const [name, ask] of questions) inquiry.note(`${name} with a signal`, await judgeAborts(ask));
}
