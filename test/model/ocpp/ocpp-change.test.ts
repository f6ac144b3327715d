import { expect } from 'chai';

import { ocppChange } from '../../../src/model/ocpp/ocpp-change.js';
import type { OcppVersion } from '../../../src/model/ocpp/ocpp-change.js';
import type { StationChange } from '../../../src/model/records.js';
import { schemaErrors } from '../../support/ocpp-validity.js';

const AT = '2026-06-07T16:25:39Z';
/** The station's own clock, which is years wrong. */
const timestamp = '2013-02-01T15:00:00Z';

interface Case {
  title: string;
  versions: readonly OcppVersion[];
  action: string;
  payload: object;
  /** It answers a call of the action. */
  isAnswer?: boolean;
  /** What it changes of the station beside `lastMessageAt`. */
  changes: Omit<StationChange, 'id'>;
}

const OCPP_2 = ['2.0.1', '2.1'] as const;
const ALL = ['1.6', ...OCPP_2] as const;

const accepted = { currentTime: AT, interval: 300, status: 'Accepted' };
const status16 = (connectorId: number, status: string) => ({
  connectorId,
  status,
  errorCode: 'NoError',
  timestamp,
});
const status2 = (evseId: number, connectorId: number, connectorStatus: string) => ({
  timestamp,
  connectorStatus,
  evseId,
  connectorId,
});
const event = (component: object, variable: string, actualValue: string) => ({
  eventId: 1,
  timestamp,
  trigger: 'Delta',
  eventNotificationType: 'HardWiredNotification',
  actualValue,
  component,
  variable: { name: variable },
});
const events = (...eventData: object[]) => ({ generatedAt: timestamp, seqNo: 0, eventData });
const WHOLE = { name: 'ChargingStation' };
const evse = (id: number) => ({ name: 'EVSE', evse: { id } });
const connector = (id: number, connectorId: number) => ({ name: 'Connector', evse: { id, connectorId } });
const interval = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'HeartbeatInterval' } };

/** Of a fault of which OCPP 1.6 says no more. */
const NO_WORDS = { errorCode: null, info: null };
const AN_HOUR_BEFORE = '2026-06-07T15:25:39Z';
const AFTER = '2026-06-07T16:25:40Z';

type Told = [
  title: string,
  version: OcppVersion,
  action: string,
  payload: object,
  changes: Omit<StationChange, 'id' | 'evses'>,
];

/** What a message says of a fault, and what becomes of it. */
const FAULTS: Told[] = [
  [
    'its code, its words and since when',
    '1.6',
    'StatusNotification',
    { ...status16(0, 'Faulted'), errorCode: 'GroundFailure', info: 'Phase L2', timestamp: AN_HOUR_BEFORE },
    { status: 'Faulted', errorCode: 'GroundFailure', info: 'Phase L2', faultedSince: AN_HOUR_BEFORE },
  ],
  [
    "the vendor's code in place of OtherError",
    '1.6',
    'StatusNotification',
    { ...status16(0, 'Faulted'), errorCode: 'OtherError', vendorErrorCode: 'E-17', vendorId: 'Vendor' },
    { status: 'Faulted', errorCode: 'E-17', info: null },
  ],
  [
    "OCPP's code, where it says more than that there is another error",
    '1.6',
    'StatusNotification',
    { ...status16(0, 'Faulted'), errorCode: 'HighTemperature', vendorErrorCode: 'E-17' },
    { status: 'Faulted', errorCode: 'HighTemperature', info: null },
  ],
  [
    'nothing, where there is no fault: the code may be of another connector',
    '1.6',
    'StatusNotification',
    { ...status16(0, 'Available'), errorCode: 'WeakSignal', info: 'Modem', timestamp: AN_HOUR_BEFORE },
    { status: 'Available' },
  ],
  [
    'not since when, by a clock that is ahead',
    '1.6',
    'StatusNotification',
    { ...status16(0, 'Faulted'), timestamp: AFTER },
    { status: 'Faulted', ...NO_WORDS },
  ],
  ...OCPP_2.map((version): Told => [
    'the technical code and words of an event, and since when',
    version,
    'NotifyEvent',
    events({
      ...event(WHOLE, 'AvailabilityState', 'Faulted'),
      ...{ techCode: '0x17', techInfo: 'Contactor welded', timestamp: AN_HOUR_BEFORE },
    }),
    { status: 'Faulted', errorCode: '0x17', info: 'Contactor welded', faultedSince: AN_HOUR_BEFORE },
  ]),
  [
    'nothing, where the event is of what is not shown',
    '2.0.1',
    'NotifyEvent',
    events({ ...event({ name: 'Modem' }, 'AvailabilityState', 'Faulted'), techCode: '0x17' }),
    {},
  ],
];

const CASES: Case[] = [
  {
    title: 'BootNotification is a sign of life',
    versions: ['1.6'],
    action: 'BootNotification',
    payload: { chargePointVendor: 'Vendor', chargePointModel: 'Model' },
    changes: {},
  },
  {
    title: 'BootNotification is a sign of life',
    versions: OCPP_2,
    action: 'BootNotification',
    payload: { reason: 'PowerUp', chargingStation: { vendorName: 'Vendor', model: 'Model' } },
    changes: {},
  },
  {
    title: 'the answer that accepts a BootNotification sets the heartbeat interval',
    versions: ALL,
    action: 'BootNotification',
    payload: accepted,
    isAnswer: true,
    changes: { heartbeatInterval: 300 },
  },
  ...['Pending', 'Rejected'].map((status): Case => ({
    title: `the interval of a BootNotification that is ${status} is no heartbeat interval`,
    versions: ALL,
    action: 'BootNotification',
    payload: { ...accepted, status },
    isAnswer: true,
    changes: {},
  })),
  {
    title: 'an accepted interval of 0 leaves it to the station',
    versions: ALL,
    action: 'BootNotification',
    payload: { ...accepted, interval: 0 },
    isAnswer: true,
    changes: {},
  },
  { title: 'Heartbeat is a sign of life', versions: ALL, action: 'Heartbeat', payload: {}, changes: {} },
  ...['Available', 'Unavailable', 'Faulted'].map((status): Case => ({
    title: `connector 0 that is ${status} speaks for the station`,
    versions: ['1.6'],
    action: 'StatusNotification',
    payload: status16(0, status),
    changes: { status, ...(status === 'Faulted' && NO_WORDS) },
  })),
  ...[
    ...['Available', 'Preparing', 'Charging', 'SuspendedEVSE', 'SuspendedEV', 'Finishing'],
    ...['Reserved', 'Unavailable', 'Faulted'],
  ].map((status): Case => ({
    title: `a connector that is ${status} is an EVSE by itself`,
    versions: ['1.6'],
    action: 'StatusNotification',
    payload: status16(2, status),
    changes: {
      evses: [{ id: '2', status: null, connectors: [{ id: '2', status }] }],
      ...(status === 'Faulted' && NO_WORDS),
    },
  })),
  ...['Available', 'Occupied', 'Reserved', 'Unavailable', 'Faulted'].flatMap((status): Case[] => [
    {
      title: `a connector that is ${status} belongs to its EVSE`,
      versions: OCPP_2,
      action: 'StatusNotification',
      payload: status2(1, 2, status),
      changes: { evses: [{ id: '1', status: null, connectors: [{ id: '2', status }] }] },
    },
    {
      title: `a ChargingStation whose AvailabilityState is ${status} speaks for the station`,
      versions: OCPP_2,
      action: 'NotifyEvent',
      payload: events(event(WHOLE, 'AvailabilityState', status)),
      changes: { status },
    },
    {
      title: `an EVSE whose AvailabilityState is ${status} states it`,
      versions: OCPP_2,
      action: 'NotifyEvent',
      payload: events(event(evse(3), 'AvailabilityState', status)),
      changes: { evses: [{ id: '3', status }] },
    },
    {
      title: `a Connector whose AvailabilityState is ${status} is one of its EVSE`,
      versions: OCPP_2,
      action: 'NotifyEvent',
      payload: events(event(connector(1, 2), 'AvailabilityState', status)),
      changes: { evses: [{ id: '1', status: null, connectors: [{ id: '2', status }] }] },
    },
  ]),
  {
    title:
      'all events of one message are read, the last of one connector counts, and an EVSE keeps what it states beside them',
    versions: OCPP_2,
    action: 'NotifyEvent',
    payload: events(
      event(WHOLE, 'AvailabilityState', 'Available'),
      event(evse(1), 'AvailabilityState', 'Faulted'),
      event(connector(1, 1), 'AvailabilityState', 'Occupied'),
      event(connector(1, 2), 'AvailabilityState', 'Available'),
      event(connector(1, 1), 'AvailabilityState', 'Faulted'),
      event(connector(2, 1), 'AvailabilityState', 'Available'),
    ),
    changes: {
      status: 'Available',
      evses: [
        {
          id: '1',
          status: 'Faulted',
          connectors: [
            { id: '2', status: 'Available' },
            { id: '1', status: 'Faulted' },
          ],
        },
        { id: '2', status: null, connectors: [{ id: '1', status: 'Available' }] },
      ],
    },
  },
  {
    title: 'names of components and variables are read in any letter case',
    versions: OCPP_2,
    action: 'NotifyEvent',
    payload: events(event({ name: 'chargingstation' }, 'AVAILABILITYSTATE', 'Faulted')),
    changes: { status: 'Faulted' },
  },
  {
    title: 'other variables and other components change nothing',
    versions: OCPP_2,
    action: 'NotifyEvent',
    payload: events(
      event(evse(1), 'Power', '11000'),
      event({ name: 'FiscalMetering' }, 'AvailabilityState', 'Faulted'),
    ),
    changes: {},
  },
  {
    title: 'a changed HeartbeatInterval is the new heartbeat interval',
    versions: OCPP_2,
    action: 'NotifyEvent',
    payload: events(event(interval.component, 'HeartbeatInterval', '60')),
    changes: { heartbeatInterval: 60 },
  },
  {
    title: 'a report of the device model gives actual values only',
    versions: OCPP_2,
    action: 'NotifyReport',
    payload: {
      requestId: 1,
      generatedAt: timestamp,
      seqNo: 0,
      reportData: [
        { ...interval, variableAttribute: [{ type: 'MaxSet', value: '86400' }, { value: '900' }] },
        {
          component: evse(1),
          variable: { name: 'AvailabilityState' },
          variableAttribute: [{ type: 'Actual', value: 'Available', mutability: 'ReadOnly' }],
        },
        {
          component: WHOLE,
          variable: { name: 'AvailabilityState' },
          variableAttribute: [{ mutability: 'WriteOnly' }],
        },
      ],
    },
    changes: { heartbeatInterval: 900, evses: [{ id: '1', status: 'Available' }] },
  },
  {
    title: 'a report of nothing is a sign of life',
    versions: OCPP_2,
    action: 'NotifyReport',
    payload: { requestId: 1, generatedAt: timestamp, seqNo: 1 },
    changes: {},
  },
  {
    title: 'the answer to GetVariables gives what was accepted',
    versions: OCPP_2,
    action: 'GetVariables',
    isAnswer: true,
    payload: {
      getVariableResult: [
        { ...interval, attributeStatus: 'Accepted', attributeValue: '120' },
        { ...interval, attributeStatus: 'Accepted', attributeType: 'MaxSet', attributeValue: '86400' },
        { component: WHOLE, variable: { name: 'AvailabilityState' }, attributeStatus: 'UnknownVariable' },
      ],
    },
    changes: { heartbeatInterval: 120 },
  },
  {
    title: 'the answer to GetConfiguration gives the heartbeat interval',
    versions: ['1.6'],
    action: 'GetConfiguration',
    isAnswer: true,
    payload: {
      configurationKey: [
        { key: 'LocalPreAuthorize', readonly: false, value: 'true' },
        { key: 'HeartBeatInterval', readonly: false, value: '240' },
      ],
    },
    changes: { heartbeatInterval: 240 },
  },
  {
    title: 'an answer to GetConfiguration that knows no key is a sign of life',
    versions: ['1.6'],
    action: 'GetConfiguration',
    isAnswer: true,
    payload: { unknownKey: ['Colour'] },
    changes: {},
  },
  {
    title: 'StartTransaction is a sign of life: the connector tells its status itself',
    versions: ['1.6'],
    action: 'StartTransaction',
    payload: { connectorId: 1, idTag: 'TAG', meterStart: 0, timestamp },
    changes: {},
  },
  {
    title: 'MeterValues is a sign of life',
    versions: ['1.6'],
    action: 'MeterValues',
    payload: { connectorId: 1, meterValue: [{ timestamp, sampledValue: [{ value: '42' }] }] },
    changes: {},
  },
  {
    title: 'MeterValues is a sign of life',
    versions: OCPP_2,
    action: 'MeterValues',
    payload: { evseId: 1, meterValue: [{ timestamp, sampledValue: [{ value: 42 }] }] },
    changes: {},
  },
  {
    title: 'TransactionEvent is a sign of life: the connector tells its status itself',
    versions: OCPP_2,
    action: 'TransactionEvent',
    payload: {
      eventType: 'Started',
      timestamp,
      triggerReason: 'CablePluggedIn',
      seqNo: 0,
      transactionInfo: { transactionId: '1', chargingState: 'Charging' },
      evse: { id: 1, connectorId: 1 },
    },
    changes: {},
  },
];

describe('ocppChange', () => {
  for (const { title, versions, action, payload, isAnswer, changes } of CASES) {
    for (const version of versions) {
      it(`OCPP ${version}: ${title}`, () => {
        expect(schemaErrors(version, action, payload, isAnswer)).to.deep.equal([]);
        expect(ocppChange('CP-1', action, payload, { version, at: AT })).to.deep.equal({
          asOf: AT,
          stations: [{ id: 'CP-1', lastMessageAt: AT, ...changes }],
        });
      });
    }
  }

  for (const [title, version, action, payload, changes] of FAULTS) {
    it(`R27: OCPP ${version}: ${action} says of a fault ${title}`, () => {
      expect(schemaErrors(version, action, payload)).to.deep.equal([]);
      const change = ocppChange('CP-1', action, payload, { version, at: AT });
      expect(change.stations).to.deep.equal([{ id: 'CP-1', lastMessageAt: AT, ...changes }]);
    });
  }

  it('R27: OCPP 2.0.1: StatusNotification says since when a connector is faulted', () => {
    const payload = { ...status2(1, 2, 'Faulted'), timestamp: AN_HOUR_BEFORE };
    const change = ocppChange('CP-1', 'StatusNotification', payload, { version: '2.0.1', at: AT });
    expect(change.stations![0]!.faultedSince).to.equal(AN_HOUR_BEFORE);
  });

  it('R4: takes any message for a sign of life, also one that OCPP does not know', () => {
    for (const version of ALL) {
      for (const action of ['DataTransfer', 'LogStatusNotification', 'VendorsOwn', 'constructor']) {
        expect(ocppChange('CP-1', action, undefined, { version, at: 5 })).to.deep.equal({
          asOf: 5,
          stations: [{ id: 'CP-1', lastMessageAt: 5 }],
        });
      }
    }
  });

  it('leaves the moment open where it is not told one', () => {
    const change = ocppChange('CP-1', 'StatusNotification', status16(0, 'Faulted'), { version: '1.6' });
    expect(change).to.deep.equal({ stations: [{ id: 'CP-1', status: 'Faulted', ...NO_WORDS }] });
    const heartbeat = ocppChange('CP-1', 'Heartbeat', {}, { version: '1.6' });
    expect(heartbeat).to.deep.equal({ stations: [{ id: 'CP-1' }] });
  });

  it('passes on a word that OCPP does not have, for the network to report: the station lives', () => {
    const change = ocppChange('CP-1', 'StatusNotification', status16(1, 'Broken'), { version: '1.6', at: 5 });
    expect(change.stations![0]!.evses![0]!.connectors).to.deep.equal([{ id: '1', status: 'Broken' }]);
  });

  const wrong: [version: OcppVersion, action: string, payload: unknown, message: string][] = [
    ['1.6', 'StatusNotification', undefined, 'the payload is nothing; expected an object'],
    ['2.1', 'NotifyEvent', [2, '1'], 'the payload is an array of 2; expected an object'],
    ['1.6', 'StatusNotification', status2(1, 1, 'Available'), 'status is nothing; expected text'],
    [
      '1.6',
      'StatusNotification',
      { ...status16(0, 'Available'), connectorId: '1' },
      'connectorId is "1"; expected a whole number, 0 or more',
    ],
    [
      '1.6',
      'StatusNotification',
      status16(-1, 'Available'),
      'connectorId is -1; expected a whole number, 0 or more',
    ],
    ['1.6', 'StatusNotification', status16(1, ''), 'status is ""; expected text'],
    [
      '2.0.1',
      'StatusNotification',
      status16(1, 'Charging'),
      'evseId is nothing; expected a whole number, 1 or more',
    ],
    [
      '2.0.1',
      'StatusNotification',
      status2(0, 1, 'Available'),
      'evseId is 0; expected a whole number, 1 or more',
    ],
    [
      '2.1',
      'StatusNotification',
      status2(1, 0.5, 'Available'),
      'connectorId is 0.5; expected a whole number, 1 or more',
    ],
    [
      '1.6',
      'BootNotification',
      { ...accepted, interval: -1 },
      'interval is -1; expected a whole number, 0 or more',
    ],
    ['2.0.1', 'BootNotification', { ...accepted, status: 1 }, 'status is 1; expected text'],
    ['2.0.1', 'NotifyEvent', {}, 'eventData is nothing; expected a list'],
    ['2.0.1', 'NotifyEvent', events('x' as never), 'eventData[0] is "x"; expected an object'],
    [
      '2.0.1',
      'NotifyEvent',
      events(event(WHOLE, 'Problem', 'false'), { component: WHOLE }),
      'eventData[1].variable is nothing; expected an object',
    ],
    [
      '2.0.1',
      'NotifyEvent',
      events(event({}, 'AvailabilityState', 'Available')),
      'eventData[0].component.name is nothing; expected text',
    ],
    [
      '2.0.1',
      'NotifyEvent',
      events(event({ name: 'EVSE' }, 'AvailabilityState', 'Available')),
      'eventData[0].component.evse is nothing; expected an object',
    ],
    [
      '2.0.1',
      'NotifyEvent',
      events(event({ name: 'Connector', evse: { id: 1 } }, 'AvailabilityState', 'Available')),
      'eventData[0].component.evse.connectorId is nothing; expected a whole number, 1 or more',
    ],
    [
      '2.0.1',
      'NotifyEvent',
      events({ ...event(WHOLE, 'AvailabilityState', ''), actualValue: undefined }),
      'eventData[0].actualValue is nothing; expected text',
    ],
    [
      '2.1',
      'NotifyReport',
      { reportData: [{ ...interval, variableAttribute: [{ value: 'often' }] }] },
      'reportData[0].variableAttribute[0].value is "often"; expected seconds in digits',
    ],
    ['2.1', 'GetVariables', {}, 'getVariableResult is nothing; expected a list'],
    [
      '1.6',
      'GetConfiguration',
      { configurationKey: [{ key: 'HeartbeatInterval' }] },
      'configurationKey[0].value is nothing; expected seconds in digits',
    ],
  ];
  for (const [version, action, payload, message] of wrong) {
    it(`OCPP ${version}: tells of ${action} that ${message}`, () => {
      const expected = `${action} (OCPP ${version}) of "CP-1": ${message}.`;
      expect(() => ocppChange('CP-1', action, payload, { version, at: AT })).to.throw(TypeError, expected);
    });
  }

  it('tells of an action that says more than that a station lives, and is spelt otherwise than OCPP does', () => {
    for (const [action, expected] of [
      ['statusNotification', 'StatusNotification'],
      ['status_notification', 'StatusNotification'],
      ['STATUSNOTIFICATION', 'StatusNotification'],
      ['Bootnotification', 'BootNotification'],
      ['notify-event', 'NotifyEvent'],
    ] as const)
      for (const version of ALL)
        expect(() => ocppChange('CP-1', action, status16(1, 'Faulted'), { version })).to.throw(
          TypeError,
          `action is "${action}"; expected ${expected}.`,
        );
  });

  it('tells what else it was given that it cannot use', () => {
    const given = (stationId: unknown, action: unknown, options: object) => () =>
      ocppChange(stationId as string, action as string, {}, options as never);
    const version = '1.6';
    expect(given('', 'Heartbeat', { version })).to.throw(TypeError, 'stationId is ""; expected text');
    expect(given(7, 'Heartbeat', { version })).to.throw(TypeError, 'stationId is 7; expected text');
    expect(given('CP-1', undefined, { version })).to.throw(
      TypeError,
      'action is nothing; expected the action',
    );
    expect(given('CP-1', 'BootNotificationResponse', { version })).to.throw(
      TypeError,
      'action is "BootNotificationResponse"; expected the action of the OCPP message, such as BootNotification',
    );
    for (const name of ['ocpp1.6', '2.0', undefined])
      expect(given('CP-1', 'Heartbeat', { version: name })).to.throw(TypeError, 'expected 1.6, 2.0.1, 2.1');
    expect(given('CP-1', 'Heartbeat', { version, at: 'noon' })).to.throw(
      TypeError,
      'at is "noon"; expected epoch milliseconds or ISO 8601 text',
    );
  });
});
