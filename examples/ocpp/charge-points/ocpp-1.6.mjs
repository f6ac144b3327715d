const now = () => new Date().toISOString();

/** OCPP 1.6: connector 0 is the station as a whole. */
const status = (connectorId, word) => [
  'StatusNotification',
  {
    connectorId,
    status: word,
    errorCode: word === 'Faulted' ? 'GroundFailure' : 'NoError',
    timestamp: now(),
  },
];

/** @type {import('./life.mjs').Dialect} */
export const ocpp16 = {
  boot: () => ['BootNotification', { chargePointVendor: 'Halyard', chargePointModel: 'AC 22' }],
  station: word => status(0, word),
  evse: status,
  *session(connectorId, seconds) {
    yield { send: status(connectorId, 'Preparing') };
    yield { wait: 3 };
    const start = { connectorId, idTag: 'DRIVER', meterStart: 0, timestamp: now() };
    const { transactionId } = yield { send: ['StartTransaction', start] };
    yield { send: status(connectorId, 'Charging') };
    let energy = 0;
    for (let left = seconds; left > 0; left -= 10) {
      yield { wait: 10 };
      energy += 60;
      const meterValue = [{ timestamp: now(), sampledValue: [{ value: String(energy), unit: 'Wh' }] }];
      yield { send: ['MeterValues', { connectorId, transactionId, meterValue }] };
    }
    yield { send: status(connectorId, 'Finishing') };
    yield { send: ['StopTransaction', { transactionId, meterStop: energy, timestamp: now() }] };
    yield { wait: 3 };
    yield { send: status(connectorId, 'Available') };
  },
};
