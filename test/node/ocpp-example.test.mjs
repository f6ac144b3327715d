import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createChargePoints } from '../../examples/ocpp/charge-points/charge-points.mjs';
import { createLocations } from '../../examples/shared/places.mjs';
import { createCsms } from '../../examples/ocpp/csms/csms.mjs';
import { createPageHandler } from '../../examples/ocpp/csms/page-server.mjs';
import { listen } from '../../examples/portal/server/listen.mjs';
import { countedByHand, launchBrowser, untilPiesCount } from '../support/example-page.mjs';
import { schemaErrors } from '../support/ocpp-validity.ts';

const SEED = 7;
const NOON = Date.UTC(2026, 5, 7, 12);

/**
 * Charge points that live by a clock of the test's, connected to a system without a network between.
 * @returns all of them, and `live(seconds)`, which has each do all that it does in that time; a `receive` may look at each message
 */
function createFleet(count, receive = (csms, ...message) => csms.receive(...message)) {
  const locations = createLocations(count, SEED);
  let now = NOON;
  const csms = createCsms(locations, { clock: () => now });
  const lives = createChargePoints(locations, SEED).map(({ id, version, live }) => ({
    ...{ id, version },
    steps: live(),
    until: NOON,
  }));

  function step(life) {
    const { send, wait = 0, away = 0 } = life.steps.next(life.answer).value;
    if (send) life.answer = receive(csms, life.id, life.version, ...send);
    life.until += (wait + away) * 1000;
  }

  function live(seconds) {
    const end = now + seconds * 1000;
    for (;;) {
      const next = lives.reduce((first, life) => (life.until < first.until ? life : first));
      if (next.until > end) break;
      now = Math.max(now, next.until);
      step(next);
    }
    now = end;
  }
  return { csms, locations, lives, live, now: () => now };
}

test('charge points of each version of OCPP live, and all that they send and are answered is valid', () => {
  const versions = new Set();
  const actions = new Set();
  const { lives, live } = createFleet(60, (csms, id, version, action, payload) => {
    versions.add(version);
    actions.add(action);
    assert.deepEqual(schemaErrors(version, action, payload), [], `${action} of OCPP ${version}`);
    const answer = csms.receive(id, version, action, payload);
    assert.deepEqual(
      schemaErrors(version, action, answer, true),
      [],
      `answer to ${action} of OCPP ${version}`,
    );
    return answer;
  });
  assert.ok(lives.length > 50);
  live(1800);
  assert.deepEqual([...versions].sort(), ['1.6', '2.0.1', '2.1']);
  const expected = ['BootNotification', 'Heartbeat', 'MeterValues', 'NotifyEvent', 'StartTransaction'];
  assert.deepEqual([...actions].sort(), [
    ...expected,
    'StatusNotification',
    'StopTransaction',
    'TransactionEvent',
  ]);
});

test('a station that falls silent is offline after three heartbeat intervals, and every status comes up', () => {
  const { locations, live, now } = createFleet(300);
  const seen = new Set();
  for (let minute = 0; minute < 30; minute++) {
    live(60);
    for (const [dimension, counts] of Object.entries(countedByHand(locations, now())))
      for (const [status, count] of Object.entries(counts)) if (count > 0) seen.add(`${dimension} ${status}`);
  }
  const expected = ['connection online', 'connection offline', 'connection unknown'];
  expected.push('evse available', 'evse charging', 'evse faulted');
  expected.push('station enabled', 'station disabled', 'station faulted', 'station unknown');
  for (const status of expected) assert.ok(seen.has(status), status);
});

test('R4, R5, R8: the overview follows every message of the charge points', async t => {
  const { csms, locations, live, now } = createFleet(120);
  const server = await listen(createPageHandler(csms), 0);
  t.after(() => server.close());
  const page = await (await launchBrowser(t)).open(`http://localhost:${server.port}/`);
  const follows = () => {
    const since = performance.now();
    const pageNow = () => now() + performance.now() - since;
    return untilPiesCount(page, () => countedByHand(locations, pageNow()));
  };
  await follows();
  for (const seconds of [1, 20, 120, 600]) {
    live(seconds);
    await follows();
  }
});
