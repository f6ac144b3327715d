import { expect } from 'chai';

import { linkTarget } from '../../../src/provider/sources/link-header.js';

const read: [header: string, next: string | undefined][] = [
  ['', undefined],
  ['</b>; rel="next"', '/b'],
  ['</b>; rel=next', '/b'],
  ['</b>;rel=next', '/b'],
  ['</b> ; rel = "next"', '/b'],
  ['</b>; REL="NEXT"', '/b'],
  ["</b>; rel='next'", '/b'],
  ["</a>; rel='prev', </b>; rel='last next'; title='b'", '/b'],
  ['</b>; rel="last next"', '/b'],
  ['</b>; rel="next"; title', '/b'],
  ['</b>; ; rel="next";', '/b'],
  ['</a>; rel="prev", </b>; rel="next"', '/b'],
  [', , </b>; rel="next",', '/b'],
  ['</a>; title="x, y; rel=\\"next\\"", </b>; rel="next"', '/b'],
  ["</b?x=,;>; rel=next; title*=UTF-8''n%C3%A4chste", '/b?x=,;'],
  ['</b>; rel="next", </c>; rel="next"', '/b'],
  ['<>; rel="next"', ''],
  ['</b>; rel="prev"; rel="next"', undefined],
  ['</b>; rel="prev"', undefined],
  ['</b>; rel="nextish"', undefined],
  ['</b>; rel', undefined],
  ['</b>; title="rel=next"', undefined],
  ['</b>', undefined],
];

const refused = [
  'next',
  '/b; rel="next"',
  '</b',
  '</b; rel="next"',
  '</b> rel="next"',
  '</b>; rel="next',
  '</b>; rel="next" </c>',
  '</a>; rel="prev", b',
  '<'.repeat(120_000),
];

describe('a Link header', () => {
  for (const [header, next] of read) {
    it(`R12: ${next === undefined ? 'names no next page' : `names ${next} as next`} in ${header || 'no text'}`, () => {
      expect(linkTarget(header, 'next')).to.equal(next);
    });
  }

  it('R12: that is not there names nothing', () => {
    expect(linkTarget(null, 'next')).to.equal(undefined);
  });

  for (const header of refused) {
    it(`R14: cannot be read in ${header.slice(0, 40)}`, () => {
      expect(() => linkTarget(header, 'next')).to.throw(SyntaxError, 'RFC 8288');
    });
  }
});
