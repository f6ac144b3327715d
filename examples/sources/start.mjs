import { listen } from '../portal/server/listen.mjs';
import { createHandler, createUpgradeHandler } from './server/handler.mjs';
import { createNetwork } from './server/network.mjs';

/** Milliseconds between two changes of the network. */
const EVERY = 1000;

const network = createNetwork();
const { port } = await listen(createHandler(network), undefined, createUpgradeHandler(network));
setInterval(network.step, EVERY);
console.log(`One page for each source of data: http://localhost:${port}/`);
