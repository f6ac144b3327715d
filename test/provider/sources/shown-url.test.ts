import { expect } from 'chai';

import { shownUrl } from '../../../src/provider/sources/shown-url.js';

describe('a URL in a message', () => {
  for (const [url, shown] of [
    ['https://feed.example/a/@b/c.json', 'https://feed.example/a/@b/c.json'],
    ['https://me:secret@feed.example/a?token=secret#secret', 'https://feed.example/a'],
    ['https://feed.example/a?secret@b', 'https://feed.example/a'],
    ['/fleet/network.json?token=secret', '/fleet/network.json'],
    ['http://[?secret', 'http://['],
    ['http://me:secret@:x?secret', 'http://:x'],
    ['<http://me:secret@feed.example/?secret; rel="next"', '<http://feed.example/'],
    // Nobody knows where the password ends, or begins.
    ['http://me:secret/secret@feed.example/a', 'http://…'],
    ['http://me:secret//secret@feed.example/a', 'http://…'],
    ['http://me:secret?secret@feed.example/a', 'http://…'],
    ['http://me:secret#secret@feed.example:x/a', 'http://…'],
    ['http://me:secret@secret@feed.example:x/a', 'http://…'],
    ['http://me:secret@feed.example:x/?a=b@secret', 'http://…'],
    ['//me:secret/secret@feed.example/a', '//…'],
    ['me:secret@feed.example/a', '…'],
    ['secret:secret//secret@feed.example/a', '…'],
  ] as const)
    it(`is ${shown} of ${url}`, () => {
      expect(shownUrl(url)).to.equal(shown);
    });
});
