import { readColumns } from '../../src/model/columns/layout.js';
import type { NetworkSnapshot } from '../../src/model/records.js';
import { writeColumns } from '../../src/model/columns/write-columns.js';
import { loadColumns } from '../../src/engine/load-columns.js';
import { Network } from '../../src/engine/network.js';
import { NOON, RULES } from '../peers/ours.js';
import type { Case, Measurement, Quantity, Settings } from './measurement.js';
import { network, records } from './networks.js';
import { must, repeat } from './timing.js';

const COLUMNS = 'ev-widgets';
const JSON_TEXT = 'JSON';

/** A format of a server's answer: how it is parsed, and how the engine loads the result. */
interface Format {
  parse(): unknown;
  load(engine: Network): void;
}

const FORMATS: Record<string, (snapshot: NetworkSnapshot) => Format> = {
  [COLUMNS]: snapshot => {
    const bytes = writeColumns(snapshot);
    const parse = () => readColumns(bytes);
    return {
      parse,
      load: engine => {
        loadColumns(engine, parse());
      },
    };
  },
  [JSON_TEXT]: snapshot => {
    const text = JSON.stringify(snapshot);
    const parse = () => JSON.parse(text) as NetworkSnapshot;
    return {
      parse,
      load: engine => {
        engine.load(parse().locations);
      },
    };
  },
};

async function* run(
  { subject, network: kind, locations }: Case,
  { box }: Settings,
): AsyncGenerator<Quantity> {
  const format = FORMATS[subject]!({ locations: records(network(kind!, locations!)) });
  const nothing = () => undefined;
  const parse = await repeat(box, nothing, () => {
    format.parse();
  });
  yield { quantity: 'parse', unit: 'ms', samples: parse };
  const load = await repeat(
    box,
    () => new Network(RULES, NOON),
    engine => {
      format.load(engine);
      engine.begin(NOON);
      must(engine.scopes.tally().leftOut === 0, 'stations are left out');
    },
  );
  yield { quantity: 'parse, load and count', unit: 'ms', samples: load };
}

export const measurement: Measurement = {
  title: 'Reading what a server sends',
  includes: {
    [COLUMNS]: '`readColumns` of the bytes (docs/columns.md); then into the engine, and all stations counted',
    [JSON_TEXT]: '`JSON.parse` of the same network’s text; then into the engine, and all stations counted',
  },
  cases: ({ sizes, networks }) =>
    [COLUMNS, JSON_TEXT].map(subject => ({ subject, network: networks[0], locations: Math.max(...sizes) })),
  run,
};
