import type { DataProvider } from '../provider/data-provider.js';
import { checkCounts } from './check-counts.js';
import { judgeState } from './check-state.js';
import { inTime, inWords } from './asked-provider.js';
import type { Inquiry } from './inquiry.js';

/** How long a call of a subscriber may take to come: milliseconds. */
const NOTICE = 2000;

/** Waits for a condition, no longer than so many milliseconds; tells whether it came true. */
export async function comesTrue(condition: () => boolean, patience = NOTICE): Promise<boolean> {
  for (const end = Date.now() + patience; !condition();) {
    if (Date.now() > end) return false;
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  return true;
}

/** Refreshes, and tells what is wrong with how it went. */
async function refreshed(provider: DataProvider): Promise<(string | undefined)[]> {
  const seen = new Set<string>();
  const look = () => seen.add(provider.state.status);
  const stop = provider.subscribe(look);
  let isDone = false;
  const ended = inTime(Promise.resolve().then(() => provider.refresh()))
    .then(
      () => undefined,
      (error: unknown) =>
        `it rejected with ${inWords(error)}; expected it to resolve, and state to tell what went wrong`,
    )
    .finally(() => (isDone = true));
  await new Promise(resolve => setTimeout(resolve));
  // One that has nothing to wait for is never seen loading.
  const isQuick = isDone;
  look();
  const rejection = await ended;
  stop();
  return [
    rejection,
    rejection || isQuick || seen.has('loading')
      ? undefined
      : 'state.status is never "loading" while it is under way',
    ...judgeState(provider.state),
  ];
}

/** Answers that were given are not changed by what is asked or loaded later. */
async function keptAnswers(provider: DataProvider): Promise<() => (string | undefined)[]> {
  const world: [number, number, number, number] = [-180, -90, 180, 90];
  const answers = [
    await provider.counts('connection'),
    await provider.counts('evse'),
    await provider.mapItems({ dimension: 'connection', bbox: world, zoom: 18 }),
    await provider.stations({ filter: {} }),
  ];
  const copies = answers.map(answer => JSON.stringify(answer));
  const names = ['counts', 'counts', 'mapItems', 'stations'];
  return () =>
    answers.map((answer, index) =>
      JSON.stringify(answer) === copies[index]
        ? undefined
        : `an answer of ${names[index]} was changed after it was given; expected a new one each time`,
    );
}

/** R12: a refresh resolves, tells its subscribers and no one else, and leaves the same network. */
export async function checkUpdates(inquiry: Inquiry): Promise<void> {
  const { provider } = inquiry;
  const changedSince = await keptAnswers(provider);
  let calls = 0;
  let callsAfterEnd = 0;
  const stop = provider.subscribe(() => calls++);
  const stopOther = provider.subscribe(() => callsAfterEnd++);
  stopOther();
  callsAfterEnd = 0;
  inquiry.note('refresh', await refreshed(provider));
  inquiry.note('subscribe', [
    (await comesTrue(() => calls > 0)) ? undefined : 'no subscriber was called after a refresh',
    callsAfterEnd === 0 ? undefined : 'a subscriber was called after its subscription had ended',
  ]);
  stop();
  calls = 0;
  inquiry.note('refresh, a second one', await refreshed(provider));
  inquiry.note('subscribe, once ended', [
    calls === 0 ? undefined : 'a subscriber was called after its subscription had ended',
  ]);
  await checkCounts(inquiry);
  inquiry.note('answers', changedSince());
}
