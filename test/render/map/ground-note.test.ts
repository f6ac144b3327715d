import { expect } from 'chai';

import { groundNote } from '../../../src/render/map/ground-note.js';
import type { StreetState } from '../../../src/render/map/ground-note.js';

const streets: StreetState = { bounds: [4, 51, 6, 53] };

const CASES: [title: string, at: [number, number], zoom: number, streets: StreetState, note: string][] = [
  ['far away', [5, 52], 12.9, 'none', ''],
  ['near, without tiles', [5, 52], 13, 'none', 'This map shows no streets here.'],
  ['near, with tiles there', [5, 52], 18, streets, ''],
  ['near, with tiles elsewhere', [7, 52], 13, streets, 'This map shows no streets here.'],
  ['far, with tiles elsewhere', [7, 52], 8, streets, ''],
];

describe('what a map says of its ground', () => {
  for (const [title, center, zoom, given, note] of CASES)
    it(`is "${note}" ${title}`, () => {
      expect(groundNote({ center, zoom, bbox: [0, 0, 0, 0] }, given)).to.equal(note);
    });

  it('is that the tiles could not be loaded, at any zoom', () => {
    for (const zoom of [1, 15])
      expect(groundNote({ center: [5, 52], zoom, bbox: [0, 0, 0, 0] }, 'failed')).to.match(
        /^The street map could not/,
      );
  });
});
