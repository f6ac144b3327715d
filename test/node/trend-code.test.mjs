import assert from 'node:assert/strict';
import { once } from 'node:events';
import { register } from 'node:module';
import { test } from 'node:test';

import { TrendController } from '../../src/elements/controllers/trend-controller.ts';
import { ControllableProvider } from '../support/controllable-provider.ts';
import { trendOf } from '../support/trends.ts';

// The code that draws curves does not arrive the first two times that it is asked for.
const failTwice = `
  let failures = 0;
  export async function resolve(specifier, context, next) {
    if (failures === 2 || !specifier.endsWith('/curve-path.js')) return next(specifier, context);
    failures++;
    throw new Error('The code did not arrive.');
  }`;
register(`data:text/javascript,${encodeURIComponent(failTwice)}`);

/** An element's part in a controller: told each time that it is to be drawn anew. */
class Host extends EventTarget {
  isConnected = true;
  controllers = [];
  addController(controller) {
    this.controllers.push(controller);
  }
  requestUpdate() {
    this.dispatchEvent(new Event('update'));
  }
}

test('R28: where the code that draws curves does not arrive, it is told and asked for again, and numbers are there meanwhile', async t => {
  const warned = t.mock.method(console, 'warn', () => undefined);
  const provider = new ControllableProvider();
  provider.keepTrend(() => trendOf('connection', [120, { offline: 3 }], [60, { offline: 5 }]));
  const host = new Host();
  const controller = new TrendController(host, { provider }, () => 'connection');
  controller.hostUpdate();
  t.after(() => controller.hostDisconnected());
  while (!controller.historyOf(['offline'])?.past) await once(host, 'update');
  assert.deepEqual(
    controller.historyOf(['offline']).past.numbers.map(({ number }) => number),
    [3, 5],
  );
  assert.equal(controller.historyOf(['offline']).curve, undefined);
  while (!controller.historyOf(['offline']).curve) await once(host, 'update');
  assert.match(controller.historyOf(['offline']).curve, /^M[\d.,]+L[\d.,]+$/);
  assert.deepEqual(
    warned.mock.calls.map(call => call.arguments[0]),
    [
      'ev-widgets: The code that draws the curves of trends could not be loaded (The code did not arrive.). It is asked for again.',
    ],
  );
});
