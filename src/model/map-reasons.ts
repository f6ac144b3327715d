import { sayFrom } from './reason.js';

/** English, of why a map could not be drawn. */
export const enMaps = {
  mapWorkerFailed: (reason: string) =>
    `MapLibre's worker did not start (${reason}). It has to be served as JavaScript and allowed by the policy of the ` +
    'page (worker-src; from another origin, by CORS and worker-src blob:). configureWorkers({ map }) names where it lies.',
  fileNotLoaded: 'its file cannot be loaded',
};

export const say = sayFrom(enMaps);
