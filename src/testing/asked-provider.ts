import type { DataProvider } from '../provider/data-provider.js';

/** How long an answer may take: milliseconds. */
const PATIENCE = 30_000;

/** What was thrown, in words. */
export function inWords(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** A promise's answer; rejects where it does not come in time. */
export async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`nothing came within ${PATIENCE / 1000} s`));
    }, PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** An answer that comes in time, as a promise, and is plain data; rejects in words where it is not. */
async function answerOf<T>(ask: () => Promise<T>): Promise<T> {
  const promise = ask() as Promise<T> | undefined;
  if (typeof promise?.then !== 'function') throw new TypeError('it returned no promise');
  const answer = await inTime(promise);
  try {
    structuredClone(answer);
  } catch (error) {
    throw new TypeError(`the answer is not plain data (${inWords(error)})`, { cause: error });
  }
  return answer;
}

/** The questions of a provider. */
export type AskedProvider = Pick<
  DataProvider,
  'counts' | 'mapItems' | 'location' | 'stations' | 'bounds' | 'trend' | 'facets'
>;

/** A provider's questions, each of which rejects where its answer is late or no plain data. */
export function askedProvider(provider: DataProvider): AskedProvider {
  return {
    counts: (...asked) => answerOf(() => provider.counts(...asked)),
    mapItems: (...asked) => answerOf(() => provider.mapItems(...asked)),
    location: (...asked) => answerOf(() => provider.location(...asked)),
    stations: (...asked) => answerOf(() => provider.stations(...asked)),
    bounds: provider.bounds && ((...asked) => answerOf(() => provider.bounds!(...asked))),
    facets: provider.facets && ((...asked) => answerOf(() => provider.facets!(...asked))),
    trend: provider.trend && ((...asked) => answerOf(() => provider.trend!(...asked))),
  };
}

/** Answers to a question about each of a list, one after another: a server is not flooded. */
export async function inTurn<T, A>(list: readonly T[], ask: (each: T) => Promise<A>): Promise<A[]> {
  const answers: A[] = [];
  for (const each of list) answers.push(await ask(each));
  return answers;
}
