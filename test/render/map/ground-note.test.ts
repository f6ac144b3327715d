import { expect } from 'chai';

import { groundNote } from '../../../src/render/map/ground-note.js';
import type { GroundNote, StreetState } from '../../../src/render/map/ground-note.js';

const streets: StreetState = { bounds: [4, 51, 6, 53] };

const CASES: [
  title: string,
  at: [number, number],
  zoom: number,
  streets: StreetState,
  note: GroundNote | undefined,
][] = [
  ['nothing far away', [5, 52], 12.9, 'none', undefined],
  ['no streets near, without tiles', [5, 52], 13, 'none', 'noStreets'],
  ['nothing near, with tiles there', [5, 52], 18, streets, undefined],
  ['no streets near, with tiles elsewhere', [7, 52], 13, streets, 'noStreets'],
  ['nothing far, with tiles elsewhere', [7, 52], 8, streets, undefined],
  ['that the tiles could not be loaded, far away', [5, 52], 1, 'failed', 'streetsFailed'],
  ['that the tiles could not be loaded, near', [5, 52], 15, 'failed', 'streetsFailed'],
];

describe('what a map says of its ground', () => {
  for (const [title, center, zoom, given, note] of CASES)
    it(`is ${title}`, () => {
      expect(groundNote({ center, zoom, bbox: [0, 0, 0, 0] }, given)).to.equal(note);
    });
});
