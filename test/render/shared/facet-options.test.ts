import { expect } from 'chai';

import { provideEnglish } from '../../../src/messages/catalogues.js';
import { enListsAndMaps } from '../../../src/messages/en-lists-and-maps.js';
import { localizeFor } from '../../../src/messages/nearest-language.js';
import {
  chosenWords,
  facetName,
  facetOptions,
  matchingOptions,
} from '../../../src/render/shared/facet-options.js';

const localize = localizeFor('en');

const names: [facet: 'country' | 'operator', value: string, name: string][] = [
  ['country', 'NL', 'Netherlands'],
  ['country', 'de', 'Germany'],
  ['country', 'NLD', 'NLD'],
  ['country', 'Nederland', 'Nederland'],
  ['country', 'ZZ', 'Unknown Region'],
  ['country', '<b>', '<b>'],
  ['operator', 'NL', 'NL'],
];

describe('what a reader can choose', () => {
  before(() => provideEnglish(enListsAndMaps));

  for (const [facet, value, name] of names) {
    it(`R32: names the ${facet} ${value} ${name}`, () => {
      expect(facetName(localize, facet, value)).to.equal(name);
    });
  }

  const values = [
    { value: 'DE', stations: 9 },
    { value: 'CI', stations: 5 },
    { value: 'NL', stations: 5 },
  ];

  it('R32: begins with what was chosen, where no station has it too', () => {
    expect(
      facetOptions(localize, 'country', values, ['XX', 'NL']).map(({ value, stations }) => [value, stations]),
    ).to.deep.equal([
      ['NL', 5],
      ['XX', 0],
      ['DE', 9],
      ['CI', 5],
    ]);
  });

  it('R32: is found by name and by code, in any case and without accents', () => {
    const found = (text: string) =>
      matchingOptions(facetOptions(localize, 'country', values, []), text).map(({ value }) => value);
    expect(found('')).to.deep.equal(['DE', 'CI', 'NL']);
    expect(found(' GERM')).to.deep.equal(['DE']);
    expect(found('cote')).to.deep.equal(['CI']);
    expect(found('nl')).to.deep.equal(['NL']);
    expect(found('Atlantis')).to.deep.equal([]);
  });

  it('R32: is told in a few words once it is chosen', () => {
    expect(chosenWords(localize, 'country', [])).to.equal('All');
    expect(chosenWords(localize, 'country', ['NL'])).to.equal('Netherlands');
    expect(chosenWords(localize, 'country', ['NL', 'DE', 'BE'])).to.equal('Netherlands +2');
  });
});
