import assert from 'node:assert/strict';
import { once } from 'node:events';
import { register } from 'node:module';
import { after, test } from 'node:test';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';

import { TrendController } from '../../src/elements/controllers/trend-controller.ts';
import { ControllableProvider } from '../support/controllable-provider.ts';
import { trendOf } from '../support/trends.ts';

// The code that draws curves does not arrive the first two times that it is asked for.
const failTwice = `
  let failures = 0;
  let asked;
  export function initialize({ port }) {
    asked = port;
  }
  export async function resolve(specifier, context, next) {
    if (!specifier.endsWith('/curve-path.js')) return next(specifier, context);
    asked.postMessage(specifier);
    if (failures === 2) return next(specifier, context);
    failures++;
    throw new Error('The code did not arrive.');
  }`;
const { port1: asked, port2: port } = new MessageChannel();
register(`data:text/javascript,${encodeURIComponent(failTwice)}`, { data: { port }, transferList: [port] });

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

/** The trend of a provider, as a legend reads it. */
function trendOn(t, points) {
  const provider = new ControllableProvider();
  provider.keepTrend(() => points);
  const host = new Host();
  const controller = new TrendController(host, { provider }, () => 'connection');
  controller.hostUpdate();
  t.after(() => controller.hostDisconnected());
  return { host, controller };
}

after(() => asked.close());

test('R28: a page whose numbers have no past yet does not download what draws curves', async t => {
  const { host, controller } = trendOn(t, trendOf('connection', [0, { offline: 3 }]));
  while (!controller.historyOf(['offline'])?.past) await once(host, 'update');
  // Modules are resolved in their order.
  await import('data:text/javascript,');
  assert.equal(receiveMessageOnPort(asked), undefined);
});

test('R28: where the code that draws curves does not arrive, it is told and asked for again, and numbers are there meanwhile', async t => {
  const warned = t.mock.method(console, 'warn', () => undefined);
  const points = trendOf('connection', [120, { offline: 3 }], [60, { offline: 5 }]);
  const { host, controller } = trendOn(t, points);
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
