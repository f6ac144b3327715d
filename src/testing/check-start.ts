import { isFields, shown } from '../model/fields.js';
import type { DataProvider } from '../provider/data-provider.js';
import { judgeState } from './check-state.js';
import { comesTrue } from './check-updates.js';
import type { Complaints } from './inquiry.js';

/** How long the first load may take: milliseconds. */
const FIRST_LOAD = 30_000;

const METHODS = ['subscribe', 'refresh', 'counts', 'mapItems', 'location', 'stations'] as const;
const OPTIONAL = ['now', 'bounds', 'trend', 'facets'] as const;

/** What a provider lacks of what widgets call. */
export function missingParts(provider: DataProvider): Complaints {
  if (typeof provider !== 'object' || provider === null)
    return [`it is ${String(provider)}; expected an object that implements DataProvider`];
  return [
    isFields(provider.state)
      ? undefined
      : `its state is ${shown(provider.state)}; expected { status, leftOut }`,
    ...METHODS.map(name => (typeof provider[name] === 'function' ? undefined : `it has no method ${name}`)),
    ...OPTIONAL.map(name =>
      provider[name] === undefined || typeof provider[name] === 'function'
        ? undefined
        : `its ${name} is no method`,
    ),
  ];
}

/** Subscribes and asks as a widget does, and waits for the data: what is wrong with how it comes (R14). */
export async function judgeStart(provider: DataProvider): Promise<Complaints> {
  const first = judgeState(provider.state);
  const wasReady = provider.state.status === 'ready';
  let calls = 0;
  const stop = provider.subscribe(() => calls++) as (() => void) | undefined;
  if (typeof stop !== 'function')
    return [...first, 'subscribe returns no function, which would end the subscription'];
  try {
    void Promise.resolve()
      .then(() => provider.counts('connection'))
      .catch(() => undefined);
    const isSettled = () => ['ready', 'error'].includes(provider.state.status);
    await comesTrue(isSettled, FIRST_LOAD);
    const { status, error } = provider.state;
    if (status !== 'ready')
      return [
        ...first,
        `status is "${status}"${error ? ` (${error.message})` : ''} after it was asked; expected "ready" within ${FIRST_LOAD / 1000} s`,
      ];
    const isTold = wasReady || (await comesTrue(() => calls > 0));
    return [...first, isTold ? undefined : 'it became "ready", and no subscriber was called'];
  } finally {
    stop();
  }
}
