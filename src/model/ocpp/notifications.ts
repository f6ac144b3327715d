import type { Fields } from '../fields.js';
import type { PayloadReader } from './payload-reader.js';
import { faultOf, isFault } from './reported-fault.js';
import type { StationReport } from './station-report.js';

/**
 * BootNotification: nothing in its request is shown; its response, which has a `status`, sets the heartbeat interval where it
 * is Accepted (OCPP 1.6 §4.2, 2.0.1 B01). Else its interval is the wait before the next try, and an interval of 0 leaves the
 * choice to the station.
 */
export function readBootNotification(payload: Fields, reader: PayloadReader, report: StationReport): void {
  if (payload.status === undefined) return;
  const interval = reader.whole(payload.interval, 'interval', 0);
  if (reader.text(payload.status, 'status') === 'Accepted') report.heartbeatInterval = interval;
}

/** StatusNotification of OCPP 1.6 (§4.9): connector 0 is the station as a whole; any other is an EVSE by itself. */
export function readConnectorStatus(payload: Fields, reader: PayloadReader, report: StationReport): void {
  const connector = reader.whole(payload.connectorId, 'connectorId', 0);
  const status = reader.text(payload.status, 'status');
  if (connector === 0) report.status = status;
  else report.connectorStatus(connector, connector, status);
  if (isFault(status)) report.fault = faultOf(payload);
}

/** StatusNotification of OCPP 2.0.1 and 2.1 (G01): a connector of an EVSE. */
export function readEvseConnectorStatus(payload: Fields, reader: PayloadReader, report: StationReport): void {
  const evse = reader.whole(payload.evseId, 'evseId', 1);
  const connector = reader.whole(payload.connectorId, 'connectorId', 1);
  const status = reader.text(payload.connectorStatus, 'connectorStatus');
  report.connectorStatus(evse, connector, status);
  if (isFault(status)) report.fault = { timestamp: payload.timestamp };
}

/** The answer to GetConfiguration (OCPP 1.6 §5.8), whose keys are case-insensitive. */
export function readConfiguration(payload: Fields, reader: PayloadReader, report: StationReport): void {
  reader.list(payload.configurationKey ?? [], 'configurationKey').forEach((value, index) => {
    const path = `configurationKey[${index}]`;
    const setting = reader.fields(value, path);
    if (reader.text(setting.key, `${path}.key`).toLowerCase() === 'heartbeatinterval')
      report.heartbeatInterval = reader.digits(setting.value, `${path}.value`);
  });
}
