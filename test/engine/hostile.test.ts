import { expect } from 'chai';

import { Network } from '../../src/engine/network.js';
import { Texts } from '../../src/engine/store/texts.js';
import { answerCounts, answerLocation } from '../../src/engine/answers.js';
import type { Fields } from '../../src/model/fields.js';
import type { Location } from '../../src/model/records.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: [900] };
const MANY = 3000;

const numbered = (prefix: string, fields: Fields = {}) =>
  Array.from({ length: MANY }, (_, index) => ({ id: `${prefix}${index}`, ...fields }));

const place = (stations: unknown[], id = 'l') =>
  ({ id, latitude: 52, longitude: 5, stations }) as unknown as Location;

function networkOf(locations: unknown[]): Network {
  const network = new Network(RULES, 0);
  network.load(locations);
  return network;
}

/** Counts the calls of a method while something runs. */
function callsOf<T extends object>(owner: T, method: keyof T & string, run: () => void): number {
  const own = Object.getOwnPropertyDescriptor(owner, method);
  const original = owner[method] as (...args: unknown[]) => unknown;
  let calls = 0;
  Object.defineProperty(owner, method, {
    configurable: true,
    value(this: T, ...args: unknown[]) {
      calls++;
      return original.apply(this, args);
    },
  });
  try {
    run();
  } finally {
    if (own) Object.defineProperty(owner, method, own);
    else Reflect.deleteProperty(owner, method);
  }
  return calls;
}

describe('a network that was made to be slow costs no more than its size', () => {
  it('R5: with thousands of EVSEs in a station, each merged by its id', () => {
    const station = { id: 's', connection: 'online', evses: numbered('e', { status: 'Charging' }) };
    let network!: Network;
    const reads = callsOf(Texts.prototype, 'get', () => {
      network = networkOf([place([station])]);
      network.change({ stations: [{ id: 's', evses: numbered('e', { status: 'Faulted' }).reverse() }] }, 0);
    });
    expect(reads).to.be.below(20 * MANY);
    expect(answerCounts(network, 'evse').byStatus).to.include({ charging: 0, faulted: MANY });
    const [{ evses } = { evses: [] }] = answerLocation(network, 'l')!.stations;
    expect(evses.map(({ id }) => id)).to.deep.equal(numbered('e').map(({ id }) => id));
  });

  it('R5: with thousands of connectors of an EVSE', () => {
    const evse = { id: 'e', connectors: numbered('c', { status: 'Charging' }) };
    const reads = callsOf(Texts.prototype, 'get', () => networkOf([place([{ id: 's', evses: [evse] }])]));
    expect(reads).to.be.below(20 * MANY);
  });

  it('R3: with thousands of stations at a location, which are removed one by one, in any order', () => {
    const ids = numbered('s').map(({ id }) => id);
    const network = networkOf([place(numbered('s', { connection: 'online' }))]);
    const order = ids
      .map((_, index) => ids[(index * 7) % MANY]!)
      .filter((id, index, all) => all.indexOf(id) === index);
    const reads = callsOf(network.store.stations.next, 'get', () => {
      network.change({ removed: { stations: order.slice(1) } }, 0);
    });
    expect(reads).to.be.below(5 * MANY);
    expect(answerCounts(network, 'connection').total).to.equal(1);
    expect(answerLocation(network, 'l')!.stations.map(({ id }) => id)).to.deep.equal([order[0]]);
  });

  it('R5: with thousands of words that are in no table', () => {
    const network = networkOf([
      place(
        numbered('s').map(({ id }, index) => ({
          id,
          connection: 'online',
          evses: [{ id: '1', status: `word ${index}` }],
        })),
      ),
    ]);
    const { meanings, dictionary } = network.store;
    const codes = Array.from({ length: MANY }, (_, index) => dictionary.codeOf(`word ${index}`));
    expect(new Set(codes.map(code => meanings.of(code))).size).to.equal(1);
    expect(answerCounts(network, 'evse').byStatus.undefined).to.equal(MANY);
  });
});

describe('a network of odd texts', () => {
  const odd = [
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    '.',
    '..',
    'cut \ud83d',
    '\u0000',
    '<b>',
    ' ',
  ];

  it('R3: counts stations, locations and EVSEs by whatever ids, words, countries and operators they have', () => {
    const network = networkOf(
      odd.map(id => ({
        ...place(
          [
            {
              id,
              connection: 'online',
              status: id,
              evses: [{ id, status: id, connectors: [{ id, status: id }] }],
            },
          ],
          id,
        ),
        name: id,
        country: id,
        operator: id,
      })),
    );
    expect(answerCounts(network, 'connection').byStatus.online).to.equal(odd.length);
    expect(answerCounts(network, 'evse').byStatus.undefined).to.equal(odd.length);
    for (const id of odd) {
      expect(answerLocation(network, id)!.stations.map(station => station.id)).to.deep.equal([id]);
      const scope = { country: id, operator: [id] };
      expect(answerCounts(network, 'connection', { scope }).total, id).to.equal(1);
    }
  });

  it('R3: takes records that JSON gave a __proto__ of their own, and leaves the prototype of others alone', () => {
    const text =
      '{"id": "l", "__proto__": {"id": "x", "polluted": 1}, "latitude": 1, "longitude": 2, "stations": [{"id": "s", "__proto__": null}]}';
    const network = networkOf([JSON.parse(text)]);
    expect(answerCounts(network, 'connection').total).to.equal(1);
    expect({}).to.not.have.property('polluted');
  });

  it('R3: takes names of ten million characters, and records that hold themselves', () => {
    const cyclic: Record<string, unknown> = { ...place([{ id: 's', evses: [] }]), name: 'x'.repeat(1e7) };
    cyclic.operator = cyclic;
    (cyclic.stations as unknown[]).push(cyclic.stations, cyclic);
    const network = networkOf([cyclic]);
    expect(answerCounts(network, 'connection').total).to.equal(2);
    expect(network.problems.total).to.be.greaterThan(0);
    for (const { message } of network.problems.first) expect(message.length).to.be.below(300);
  });
});
