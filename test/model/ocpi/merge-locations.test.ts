import { expect } from 'chai';
import fc from 'fast-check';

import { mergeLocations } from '../../../src/model/ocpi/merge-locations.js';
import { networkFromOcpi } from '../../../src/model/ocpi/network-from-ocpi.js';
import { at, evse, place } from '../../support/ocpi-feed.js';
import type { Fields } from '../../support/ocpi-feed.js';

const updated = (id: string, minute: number, fields: Fields = {}) =>
  place(id, [evse(`NL*ABC*E${id}*1`, { last_updated: at(minute) })], { last_updated: at(minute), ...fields });

describe('mergeLocations', () => {
  it('puts a Location in the place of the one before it, and a new one at the end', () => {
    const known = [updated('1', 0), updated('2', 0), updated('3', 0)];
    const increment = [updated('4', 5), updated('2', 5, { name: 'Renamed' })];
    expect(mergeLocations(known, increment)).to.deep.equal([known[0], increment[1], known[2], increment[0]]);
    expect(known[1]).to.deep.equal(updated('2', 0));
  });

  it('keeps the newest of a Location, whatever came last', () => {
    expect(mergeLocations([updated('1', 5)], [updated('1', 3)])).to.deep.equal([updated('1', 5)]);
    const twice = [updated('1', 9, { name: 'Newest' }), updated('1', 7)];
    expect(mergeLocations([updated('1', 5)], twice)).to.deep.equal([twice[0]]);
  });

  it('takes a Location that does not say when it was updated, and what has not changed as it came', () => {
    const undated = updated('1', 0, { last_updated: undefined, name: 'Undated' });
    expect(mergeLocations([updated('1', 5)], [undated])).to.deep.equal([undated]);
    expect(mergeLocations([undated], [updated('1', 5)])).to.deep.equal([updated('1', 5)]);
  });

  it('tells parties with a Location of the same id apart, and keeps what has no id for the report', () => {
    const known = [updated('1', 0), 'no Location', updated('1', 0, { party_id: 'XYZ' })];
    const increment = [updated('1', 5, { party_id: 'XYZ' }), null, { name: 'no id' }];
    expect(mergeLocations(known, increment)).to.deep.equal([known[0], known[1], increment[0]]);
  });

  it('makes the network of a feed that was read in increments the same as that of the whole feed', () => {
    // EVSEs move between locations, are published at two of them, and share the ids of their stations.
    const eventArbitrary = fc.record({
      location: fc.integer({ min: 0, max: 5 }),
      evses: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 4 }),
      status: fc.constantFrom('AVAILABLE', 'CHARGING', 'OUTOFORDER', 'REMOVED'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(eventArbitrary, { maxLength: 4 }), { maxLength: 8 }), increments => {
        const feed: Fields[] = [];
        let merged: unknown[] = [];
        let minute = 0;
        for (const events of increments) {
          const from = minute + 1;
          for (const { location, evses, status } of events) {
            const last_updated = at(++minute);
            const published = place(
              String(location),
              evses.map(number =>
                number < 6
                  ? evse(`NL*ABC*E${number >> 1}*${number}`, { status, last_updated })
                  : evse(undefined, { uid: String(number), status, last_updated }),
              ),
              { last_updated },
            );
            const index = feed.findIndex(({ id }) => id === String(location));
            feed.splice(index < 0 ? feed.length : index, index < 0 ? 0 : 1, published);
          }
          // The server sends its Locations in its own order, and by `date_from` only those updated since.
          const since = feed.filter(
            ({ last_updated }) => Date.parse(last_updated as string) >= Date.parse(at(from)),
          );
          merged = mergeLocations(merged, since);
          expect(networkFromOcpi(merged)).to.deep.equal(networkFromOcpi(feed));
        }
      }),
    );
  });
});
