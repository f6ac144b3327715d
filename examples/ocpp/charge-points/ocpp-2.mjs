import { randomUUID } from 'node:crypto';

const now = () => new Date().toISOString();

/** Each EVSE has one connector. */
const status = (evseId, connectorStatus) => [
  'StatusNotification',
  { evseId, connectorId: 1, connectorStatus, timestamp: now() },
];

/** The station as a whole tells its AvailabilityState by NotifyEvent. */
const availability = actualValue => [
  'NotifyEvent',
  {
    generatedAt: now(),
    seqNo: 0,
    eventData: [
      {
        eventId: 1,
        timestamp: now(),
        trigger: 'Delta',
        eventNotificationType: 'HardWiredNotification',
        component: { name: 'ChargingStation' },
        variable: { name: 'AvailabilityState' },
        actualValue,
      },
    ],
  },
];

/**
 * OCPP 2.0.1, and 2.1, which says the same in these messages.
 * @type {import('./life.mjs').Dialect}
 */
export const ocpp2 = {
  boot: () => [
    'BootNotification',
    { reason: 'PowerUp', chargingStation: { vendorName: 'Halyard', model: 'DC 150' } },
  ],
  station: availability,
  evse: status,
  *session(evseId, seconds) {
    const transactionInfo = { transactionId: randomUUID() };
    let seqNo = 0;
    const transaction = (eventType, triggerReason) => [
      'TransactionEvent',
      {
        eventType,
        triggerReason,
        timestamp: now(),
        seqNo: seqNo++,
        transactionInfo,
        evse: { id: evseId, connectorId: 1 },
      },
    ];
    yield { send: status(evseId, 'Occupied') };
    yield { send: transaction('Started', 'CablePluggedIn') };
    for (let left = seconds; left > 0; left -= 10) {
      yield { wait: 10 };
      yield { send: transaction('Updated', 'MeterValuePeriodic') };
    }
    yield { send: transaction('Ended', 'EVDeparted') };
    yield { send: status(evseId, 'Available') };
  },
};
