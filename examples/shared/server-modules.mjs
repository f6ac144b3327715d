import { register } from 'tsx/esm/api';

const tsx = register({ namespace: 'ev-widgets-server' });

/** A module of ev-widgets-server, as it stands in TypeScript. All that are had are of one piece: each knows the errors of the others. */
export const load = path => tsx.import(`../../server/src/${path}.ts`, import.meta.url);
