import '../../../src/define/ev-connection-map.js';
import { localProvider } from '../../../src/provider/local-provider.js';
import { configureWorkers } from '../../../src/provider/worker/worker-config.js';

// What a page runs that has a map of one station, whose worker is said to lie where it does not.
configureWorkers({ map: '/no/such/worker.mjs' });
const map = document.createElement('ev-connection-map');
const locations = [{ id: 'l', latitude: 4, longitude: 18, stations: [{ id: 'CS-1' }] }];
map.provider = localProvider({ load: () => Promise.resolve({ locations }) }, { worker: 'never' });
map.style.cssText = 'position: fixed; inset: 0';
document.body.append(map);
