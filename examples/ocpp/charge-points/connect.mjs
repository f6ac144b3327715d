import { setTimeout as passed } from 'node:timers/promises';

import { RPCClient } from 'ocpp-rpc';

import { CHECKED } from '../csms/ocpp-server.mjs';

const SECOND = 1000;

/**
 * Has a charge point live, connected by OCPP-J over WebSocket.
 * @param {import('./charge-points.mjs').ChargePoint} chargePoint
 * @param {string} endpoint such as `ws://localhost:9220`
 */
export async function connect({ id, version, live }, endpoint) {
  const client = new RPCClient({
    endpoint,
    identity: id,
    protocols: [`ocpp${version}`],
    strictMode: CHECKED,
  });
  await client.connect();
  let answer;
  for (const steps = live(); ;) {
    const { send, wait, away } = steps.next(answer).value;
    if (send) answer = await client.call(...send);
    if (wait) await passed(wait * SECOND);
    if (away) {
      await client.close();
      await passed(away * SECOND);
      await client.connect();
    }
  }
}
