import type { Fields } from '../fields.js';
import type { PayloadReader } from './payload-reader.js';
import { isFault } from './reported-fault.js';
import type { StationReport } from './station-report.js';

/** A variable's actual value as a message of OCPP 2.x carries it. */
interface ReportedVariable {
  /** Where it stands in the payload: `eventData[0]`. */
  path: string;
  record: Fields;
  value: unknown;
  /** Where the value stands. */
  field: string;
}

/** Names of the device model are case-insensitive (OCPP 2.0.1, Part 2, ComponentType and VariableType). */
function nameOf(record: Fields, part: 'component' | 'variable', path: string, reader: PayloadReader): string {
  const field = `${path}.${part}`;
  return reader.text(reader.fields(record[part], field).name, `${field}.name`).toLowerCase();
}

function readAvailability(
  component: string,
  { path, record, value, field }: ReportedVariable,
  reader: PayloadReader,
  report: StationReport,
): boolean {
  const evse = () => reader.fields((record.component as Fields).evse, `${path}.component.evse`);
  const evseId = () => reader.whole(evse().id, `${path}.component.evse.id`, 1);
  const connectorId = () => reader.whole(evse().connectorId, `${path}.component.evse.connectorId`, 1);
  switch (component) {
    case 'chargingstation':
      report.status = reader.text(value, field);
      return true;
    case 'evse':
      report.evseStatus(evseId(), reader.text(value, field));
      return true;
    case 'connector':
      report.connectorStatus(evseId(), connectorId(), reader.text(value, field));
      return true;
    default:
      return false;
  }
}

/** Returns whether it was the state of something that is shown. */
function readVariable(reported: ReportedVariable, reader: PayloadReader, report: StationReport): boolean {
  const component = nameOf(reported.record, 'component', reported.path, reader);
  const variable = nameOf(reported.record, 'variable', reported.path, reader);
  if (variable === 'availabilitystate') return readAvailability(component, reported, reader, report);
  if (component === 'ocppcommctrlr' && variable === 'heartbeatinterval')
    report.heartbeatInterval = reader.digits(reported.value, reported.field);
  return false;
}

/** Which of a variable's attributes is its actual value: the one of no type, or of type Actual. */
function isActual(type: unknown): boolean {
  return type == null || type === 'Actual';
}

function eachOf(
  field: string,
  list: unknown,
  reader: PayloadReader,
  visit: (record: Fields, path: string) => void,
): void {
  reader.list(list, field).forEach((value, index) => {
    const path = `${field}[${index}]`;
    visit(reader.fields(value, path), path);
  });
}

/** NotifyEvent (OCPP 2.0.1 N07, N08): what a monitored variable became. */
export function readNotifyEvent(payload: Fields, reader: PayloadReader, report: StationReport): void {
  eachOf('eventData', payload.eventData, reader, (record, path) => {
    const value = record.actualValue;
    const isState = readVariable({ path, record, value, field: `${path}.actualValue` }, reader, report);
    const { techCode: errorCode, techInfo: info, timestamp } = record;
    if (isState && isFault(value as string)) report.fault = { timestamp, errorCode, info };
  });
}

/** NotifyReport (OCPP 2.0.1 B07, B08): a part of the whole device model; a report of nothing has no list. */
export function readNotifyReport(payload: Fields, reader: PayloadReader, report: StationReport): void {
  eachOf('reportData', payload.reportData ?? [], reader, (record, path) => {
    eachOf(`${path}.variableAttribute`, record.variableAttribute, reader, ({ type, value }, field) => {
      // An attribute that can only be written has no value.
      if (isActual(type) && value != null)
        readVariable({ path, record, value, field: `${field}.value` }, reader, report);
    });
  });
}

/** The answer to GetVariables (OCPP 2.0.1 B06); a variable that could not be had is passed over. */
export function readGetVariables(payload: Fields, reader: PayloadReader, report: StationReport): void {
  eachOf('getVariableResult', payload.getVariableResult, reader, (record, path) => {
    if (record.attributeStatus !== 'Accepted' || !isActual(record.attributeType)) return;
    readVariable(
      { path, record, value: record.attributeValue, field: `${path}.attributeValue` },
      reader,
      report,
    );
  });
}
