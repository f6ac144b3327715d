import { expect } from 'chai';

import { strangeFields } from '../../src/model/change-fields.js';

describe('the fields of a change', () => {
  for (const [change, expected] of [
    [{ asOf: 7, locations: [], stations: [], removed: { locations: [], stations: [] } }, []],
    [{ station: [{}], removed: {} }, ['station']],
    [{ remove: { stations: ['S'] }, Stations: [] }, ['remove', 'Stations']],
    [{ removed: { station: ['S'] } }, ['removed.station']],
    [{ removed: ['S'] }, []],
    ['nonsense', []],
    [null, []],
  ] as const) {
    it(`that are none of its own in ${JSON.stringify(change)}: ${expected.join() || 'none'}`, () => {
      expect(strangeFields(change).map(({ path }) => path)).to.deep.equal(expected);
    });
  }

  it('are told with what stands there and what was expected', () => {
    expect(strangeFields({ station: [{}, {}] })[0]!.message).to.equal(
      'station is an array of 2; expected none but the fields asOf, locations, stations, removed.',
    );
  });
});
