import { expect } from 'chai';
import fc from 'fast-check';

import { detailsHref, isFollowable } from '../../src/model/details-href.js';

const followed = [
  'https://portal.example/stations/1',
  'http://portal.example/',
  'HTTPS://PORTAL.EXAMPLE/',
  'https:/portal.example/stations/1',
  '/stations/1',
  'stations/1',
  '../stations/1',
  '?station=1',
  '#station-1',
  'stations/a:b',
  './javascript:1',
];

const refused = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0000javascript:alert(1)',
  '\u001fjavascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'javascript\r:alert(1)',
  '\tj\na\rvascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  ' data:text/html,1',
  'vbscript:msgbox(1)',
  'blob:https://portal.example/1',
  'file:///etc/hosts',
  'mailto:someone@portal.example',
  'about:blank',
  'view-source:https://portal.example/',
  'https://',
];

const filled: [id: string, expected: string][] = [
  ['CS-1', '/stations/CS-1'],
  ['NL*UB2*E92', '/stations/NL*UB2*E92'],
  ['CS/6?a=b&c#d', '/stations/CS%2F6%3Fa%3Db%26c%23d'],
  ['50% of $& {id}', '/stations/50%25%20of%20%24%26%20%7Bid%7D'],
  ['חניון', '/stations/%D7%97%D7%A0%D7%99%D7%95%D7%9F'],
  ['"><img src=x>', '/stations/%22%3E%3Cimg%20src%3Dx%3E'],
  ['cut \ud83d', '/stations/cut%20%EF%BF%BD'],
];

describe('a link to a details page', () => {
  for (const href of followed) {
    it(`R18: is followed to ${JSON.stringify(href)}`, () => {
      expect(isFollowable(href)).to.equal(true);
      expect(detailsHref('1', href, '/other/{id}')).to.equal(href);
    });
  }

  for (const href of refused) {
    it(`R18: is not followed to ${JSON.stringify(href)}, in a record or a template`, () => {
      expect(isFollowable(href)).to.equal(false);
      expect(detailsHref('1', href, undefined)).to.equal(undefined);
      expect(detailsHref('1', undefined, href)).to.equal(undefined);
      expect(detailsHref('1', href, '/stations/{id}')).to.equal('/stations/1');
    });
  }

  for (const href of [
    '//elsewhere.example/1',
    '/\\elsewhere.example/1',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    ' //elsewhere.example',
  ]) {
    it(`R18: is not followed from a record to ${JSON.stringify(href)}, which looks like a path and leads to another host`, () => {
      expect(detailsHref('1', href, undefined)).to.equal(undefined);
      expect(detailsHref('1', href, '/stations/{id}')).to.equal('/stations/1');
    });
  }

  it("R18: is followed to such a host in the page's own template", () => {
    expect(detailsHref('1', undefined, '//portal.example/{id}')).to.equal('//portal.example/1');
  });

  const lost: [id: string, template: string, href: string | undefined][] = [
    ['.', '/stations/{id}', undefined],
    ['..', '/stations/{id}', undefined],
    ['..', '/stations/{id}/details', undefined],
    ['.', '/stations/.{id}', undefined],
    ['..', 'stations/{id}#top', undefined],
    ['..', '/stations?id={id}', '/stations?id=..'],
    ['..', '#{id}', '#..'],
    ['..', '/stations/id-{id}', '/stations/id-..'],
    ['...', '/stations/{id}', '/stations/...'],
    ['any-id', '/stations/{id}', '/stations/any-id'],
  ];

  for (const [id, template, href] of lost) {
    it(`R18: ${href === undefined ? 'is none' : `leads to ${href}`} for the id ${id} in ${template}`, () => {
      expect(detailsHref(id, undefined, template)).to.equal(href);
    });
  }

  for (const [id, expected] of filled) {
    it(`R18: leads to ${expected} for the id ${JSON.stringify(id)}`, () => {
      expect(detailsHref(id, undefined, '/stations/{id}')).to.equal(expected);
    });
  }

  it('R18: fills in the id as often as the template asks for it', () => {
    expect(detailsHref('a b', undefined, '/{id}?again={id}')).to.equal('/a%20b?again=a%20b');
  });

  it('R18: is none without an href and a template, nor with empty ones', () => {
    expect(detailsHref('1', undefined, undefined)).to.equal(undefined);
    expect(detailsHref('1', '', '')).to.equal(undefined);
  });

  it('R18: an id stays one part of the path, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), id => {
        fc.pre(!/^\.{1,2}$/.test(id));
        const url = new URL(detailsHref(id, undefined, '/stations/{id}')!, 'https://portal.example');
        expect([url.origin, url.search, url.hash]).to.deep.equal(['https://portal.example', '', '']);
        expect(url.pathname.split('/').length).to.equal(3);
      }),
    );
  });
});
