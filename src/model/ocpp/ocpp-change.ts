import { shown } from '../fields.js';
import type { Fields } from '../fields.js';
import type { Instant, NetworkChange } from '../records.js';
import { epochOf } from '../instant.js';
import { UnreadableError } from '../unreadable-error.js';
import { readGetVariables, readNotifyEvent, readNotifyReport } from './device-model.js';
import {
  readBootNotification,
  readConfiguration,
  readConnectorStatus,
  readEvseConnectorStatus,
} from './notifications.js';
import { PayloadReader } from './payload-reader.js';
import { StationReport } from './station-report.js';

/** A version of OCPP, as in the WebSocket subprotocols `ocpp1.6`, `ocpp2.0.1` and `ocpp2.1`. */
export type OcppVersion = '1.6' | '2.0.1' | '2.1';

/** What `ocppChange` is told beside the message. */
export interface OcppChangeOptions {
  version: OcppVersion;
  /**
   * When the charging station management system received it. Without it the change has no time: a status that it reports, or
   * that it holds nothing but the station's id (as of a Heartbeat), is then a sign of life as of when it is applied; an interval alone is not.
   */
  at?: Instant;
}

type ReadPayload = (payload: Fields, reader: PayloadReader, report: StationReport) => void;

const OCPP_2: Record<string, ReadPayload> = {
  BootNotification: readBootNotification,
  GetVariables: readGetVariables,
  NotifyEvent: readNotifyEvent,
  NotifyReport: readNotifyReport,
  StatusNotification: readEvseConnectorStatus,
};

/** What of each version says more than that the station lives. */
const ACTIONS: Record<OcppVersion, Record<string, ReadPayload>> = {
  '1.6': {
    BootNotification: readBootNotification,
    GetConfiguration: readConfiguration,
    StatusNotification: readConnectorStatus,
  },
  '2.0.1': OCPP_2,
  '2.1': OCPP_2,
};

/** An action without what those who write it otherwise differ in: `status_notification`, `statusNotification`. */
function bare(action: string): string {
  return action.toLowerCase().replace(/[^a-z]/g, '');
}

/** The actions that say more than that the station lives, by their names without that. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  Object.values(ACTIONS)
    .flatMap(Object.keys)
    .map(action => [bare(action), action]),
);

/** A payload's name in the specifications, in place of its action. */
const PAYLOAD_NAME = /(Request|Response|\.req|\.conf)$/;

function check(stationId: unknown, action: unknown, { version, at }: OcppChangeOptions): void {
  const fail = (name: string, value: unknown, expected: string): never => {
    throw new UnreadableError(`ocppChange: ${name} is ${shown(value)}; expected ${expected}.`);
  };
  if (typeof stationId !== 'string' || stationId === '') fail('stationId', stationId, 'text');
  if (typeof action !== 'string' || action === '' || PAYLOAD_NAME.test(action))
    fail('action', action, 'the action of the OCPP message, such as BootNotification');
  // As any other action it would be a sign of life, and what it says of a fault would be lost.
  const spelled = SPELLED.get(bare(action as string)) ?? action;
  if (spelled !== action) fail('action', action, spelled as string);
  if (!Object.hasOwn(ACTIONS, version)) fail('version', version, Object.keys(ACTIONS).join(', '));
  if (at !== undefined && Number.isNaN(epochOf(at))) fail('at', at, 'epoch milliseconds or ISO 8601 text');
}

/**
 * Turns an OCPP message of a station into the change of the network that it makes. Give it all that a charging station
 * management system receives from a station, calls as well as answers, and its own answer to BootNotification:
 *
 * - BootNotification, the response: its `interval` becomes the station's `heartbeatInterval` where its `status` is Accepted.
 * - StatusNotification of OCPP 1.6: of connector 0, the station's `status`; of connector _n_, that of EVSE _n_, which has the one
 *   connector _n_. Of OCPP 2.x: of connector `connectorId` in EVSE `evseId`. IDs are text: `'1'`.
 * - NotifyEvent, NotifyReport and the answer to GetVariables: the AvailabilityState of ChargingStation, EVSE and Connector, and
 *   the HeartbeatInterval of OCPPCommCtrlr; the answer to GetConfiguration of OCPP 1.6: HeartbeatInterval.
 * - What is Faulted by a StatusNotification or a NotifyEvent says more of the fault where the message does: `errorCode` and `info` (OCPP 1.6: `errorCode`,
 *   or `vendorErrorCode` where that is OtherError, and `info`; 2.x: `techCode` and `techInfo`), and `faultedSince`, its `timestamp`. With the end of
 *   the fault they go: no message clears them that only another connector sends.
 * - Any other message, also one that this version of OCPP does not know, is a sign of life (R4).
 *
 * `lastMessageAt` and `asOf` are `at`; the station's own clock (`timestamp`) is often wrong, and is read only of a fault, where it tells of the day before `at`. A newer word of a connector takes back what
 * its EVSE stated before. Status words are passed on as they are: the network reads them in any letter case, and reports one that
 * OCPP does not have.
 *
 * ```js
 * client.handle(({ method, params }) => push(ocppChange(client.identity, method, params, { version: '1.6', at: Date.now() })));
 * ```
 *
 * @param stationId the station's `id` in the network: mostly its identity in the OCPP connection's URL
 * @param action as in the OCPP-J message, such as `StatusNotification`
 * @param payload of the call, or of the answer to a call of this action
 * @throws TypeError that names the action, the field, its value and what was expected
 */
export function ocppChange(
  stationId: string,
  action: string,
  payload: unknown,
  options: OcppChangeOptions,
): NetworkChange {
  check(stationId, action, options);
  const { version, at } = options;
  const report = new StationReport();
  if (Object.hasOwn(ACTIONS[version], action)) {
    const reader = new PayloadReader(`${action} (OCPP ${version}) of ${shown(stationId)}`);
    ACTIONS[version][action]!(reader.fields(payload, 'the payload'), reader, report);
  }
  return report.change(stationId, at);
}
