import { expect } from 'chai';

import { readListQuestion } from '../../src/model/list-question.js';

describe('what a host asks a list for', () => {
  const read = (filter: unknown, narrowing?: unknown) => readListQuestion(filter, narrowing);

  it('is all where nothing is set, by undefined, null, false, no text, and fields that are undefined or null', () => {
    for (const nothing of [undefined, null, false, '', {}, { connection: undefined, troubleFor: null }])
      expect(read(nothing, nothing)).to.deep.equal({ filter: {}, narrowing: {} });
  });

  it('is as it is given, with fields that its provider alone knows', () => {
    const filter = { connection: ['online'], country: [], troubleFor: 0, depot: ['north'] };
    const narrowing = { country: 'NL', operator: undefined, troubleFor: 3600 };
    expect(read(filter, narrowing)).to.deep.equal({ filter, narrowing: { country: 'NL', troubleFor: 3600 } });
  });

  for (const [filter, narrowing, message] of [
    ['online', {}, 'filter is "online"; expected an object.'],
    [[], {}, 'filter is an array of 0; expected an object.'],
    [{ connection: 'online' }, {}, 'filter.connection is "online"; expected a list of texts.'],
    [{ country: [31] }, {}, 'filter.country is an array of 1; expected a list of texts.'],
    [{ troubleFor: -1 }, {}, 'filter.troubleFor is -1; expected seconds, 0 or more.'],
    [{}, 5, 'narrowing is 5; expected an object.'],
    [{}, { country: ['NL'] }, 'narrowing.country is an array of 1; expected text.'],
    [{}, { troubleFor: '3600' }, 'narrowing.troubleFor is "3600"; expected seconds, 0 or more.'],
  ] as const) {
    it(`is nothing, with the reason, where ${message}`, () => {
      const { problem, ...rest } = read(filter, narrowing);
      expect(problem).to.be.instanceOf(RangeError).with.property('message', message);
      expect(rest).to.deep.equal({ filter: {}, narrowing: {} });
    });
  }
});
