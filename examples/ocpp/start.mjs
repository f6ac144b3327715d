import { setTimeout as passed } from 'node:timers/promises';

import { listen } from '../portal/server/listen.mjs';
import { createChargePoints } from './charge-points/charge-points.mjs';
import { connect } from './charge-points/connect.mjs';
import { createLocations } from '../shared/places.mjs';
import { createCsms } from './csms/csms.mjs';
import { listenForStations } from './csms/ocpp-server.mjs';
import { createPageHandler } from './csms/page-server.mjs';

const STATIONS = 300;
const SEED = 16;

/** Milliseconds from one charge point that connects to the next. */
const APART = 30;

const locations = createLocations(STATIONS, SEED);
const csms = createCsms(locations);
const port = await listenForStations(csms);
const page = await listen(createPageHandler(csms));
console.log(`OCPP 1.6, 2.0.1 and 2.1: ws://localhost:${port}/STATION`);
console.log(`The overview: http://localhost:${page.port}/`);

for (const chargePoint of createChargePoints(locations, SEED)) {
  connect(chargePoint, `ws://localhost:${port}`).catch(error => {
    console.error(`${chargePoint.id}: ${error.message}`);
  });
  await passed(APART);
}
