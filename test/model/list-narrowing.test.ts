import { expect } from 'chai';

import { narrowedFilter, splitFilter } from '../../src/model/list-narrowing.js';
import type { ListNarrowing } from '../../src/model/list-narrowing.js';
import type { Scope, StationFilter } from '../../src/model/records.js';

const cases: [filter: StationFilter, narrowing: ListNarrowing, narrowed: StationFilter, scope?: Scope][] = [
  [{}, {}, {}],
  [{ connection: ['offline'] }, { country: 'NL' }, { connection: ['offline'], country: ['NL'] }],
  [{}, { operator: 'Volt', troubleFor: 3600 }, { operator: ['Volt'], troubleFor: 3600 }],
  [{ country: ['NL', 'DE'] }, {}, { country: ['NL', 'DE'] }],
  [{ country: ['NL'] }, {}, { country: ['NL'] }, { country: 'NL' }],
  [{ country: ['NL', 'DE'] }, { country: 'DE' }, { country: ['DE'] }, { country: ['NL', 'DE'] }],
  [{ country: ['NL'] }, { operator: 'Volt' }, { country: ['NL'], operator: ['Volt'] }, { country: ['NL'] }],
];

describe('what a reader narrows a list to', () => {
  for (const [filter, narrowing, narrowed, scope] of cases) {
    const around = scope ? ` within ${JSON.stringify(scope)}` : '';
    it(`R32: ${JSON.stringify(narrowing)} on top of ${JSON.stringify(filter)}${around}, and apart again`, () => {
      expect(narrowedFilter(filter, narrowing)).to.deep.equal(narrowed);
      expect(splitFilter(narrowed, scope)).to.deep.equal({ filter, narrowing });
    });
  }

  it('R32: takes away what was chosen by an undefined value', () => {
    expect(
      narrowedFilter({ evse: ['faulted'] }, { country: undefined, troubleFor: undefined }),
    ).to.deep.equal({
      evse: ['faulted'],
    });
  });
});
