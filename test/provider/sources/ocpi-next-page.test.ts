import { expect } from 'chai';

import { nextPage } from '../../../src/provider/sources/ocpi-next-page.js';

const followed: [title: string, from: string, target: string, expected: string][] = [
  ['a path', 'http://cpo.example/a', '/b', 'http://cpo.example/b'],
  ['a query', 'http://cpo.example/a?x=1', '?offset=1', 'http://cpo.example/a?offset=1'],
  [
    'the same origin',
    'https://cpo.example:8443/a',
    'https://cpo.example:8443/b',
    'https://cpo.example:8443/b',
  ],
  ['TLS of the same host', 'http://cpo.example/a', 'https://cpo.example/b', 'https://cpo.example/b'],
  ['TLS at another port', 'http://cpo.example:8080/a', 'https://cpo.example/b', 'https://cpo.example/b'],
  ['what a proxy serves by TLS', 'https://cpo.example/a', 'http://cpo.example/b', 'https://cpo.example/b'],
  ['such a port', 'https://cpo.example:8443/a', 'http://cpo.example:8443/b', 'https://cpo.example:8443/b'],
  ['where the feed was asked for', 'https://cdn.example/a', 'https://cpo.example/b', 'https://cpo.example/b'],
  ['where it was redirected to', 'https://cdn.example/a', '/b', 'https://cdn.example/b'],
];

const refused: [title: string, from: string, target: string][] = [
  ['another host', 'http://cpo.example/a', 'http://elsewhere.example/b'],
  ['another host by TLS', 'http://cpo.example/a', 'https://elsewhere.example/b'],
  ['another host of the same site', 'https://cpo.example/a', 'https://pages.cpo.example/b'],
  ['another port', 'http://cpo.example/a', 'http://cpo.example:8080/b'],
  ['another port by TLS', 'https://cpo.example/a', 'https://cpo.example:8443/b'],
  ['another scheme', 'https://cpo.example/a', 'ftp://cpo.example/b'],
  ['data', 'https://cpo.example/a', 'data:application/json,[]'],
  ['no URL', 'https://cpo.example/a', 'https://'],
];

const next = (target: string, from: string, feed: string) => nextPage(`<${target}>; rel="next"`, from, feed);

describe('the next page of an OCPI feed', () => {
  for (const [title, from, target, expected] of followed) {
    it(`R12: is followed to ${title}: ${target} of ${from}`, () => {
      const feed = from.replace('cdn.example', 'cpo.example');
      expect(next(target, from, feed)).to.equal(expected);
    });
  }

  for (const [title, from, target] of refused) {
    it(`R24: is not followed to ${title}: ${target} of ${from}`, () => {
      expect(() => next(target, from, from)).to.throw(Error, target);
    });
  }

  it('R12: is none without a link to it', () => {
    expect(nextPage(null, 'http://cpo.example/a', 'http://cpo.example/a')).to.equal(undefined);
    expect(nextPage('</a>; rel="first"', 'http://cpo.example/b', 'http://cpo.example/a')).to.equal(undefined);
  });
});
