import { expect } from 'chai';

import { headersOf } from '../../../src/provider/sources/request-options.js';
import type { RequestHeaders } from '../../../src/provider/sources/request-options.js';

async function messageOf(headers: unknown): Promise<string> {
  try {
    await headersOf({ headers: headers as RequestHeaders });
  } catch (error) {
    return (error as Error).message + String((error as Error).cause ?? '');
  }
  throw new Error('The headers were taken.');
}

describe('headersOf', () => {
  it('makes the headers of a record', async () => {
    expect([...(await headersOf({ headers: { Authorization: 'Token a' } }))]).to.deep.equal([
      ['authorization', 'Token a'],
    ]);
  });

  it('makes none of nothing', async () => {
    expect([...(await headersOf({}))]).to.deep.equal([]);
  });

  it('calls a function for each request', async () => {
    let token = 0;
    const headers = () => Promise.resolve({ Authorization: `Token ${++token}` });
    expect((await headersOf({ headers })).get('Authorization')).to.equal('Token 1');
    expect((await headersOf({ headers })).get('Authorization')).to.equal('Token 2');
  });

  it('passes on what the function threw', async () => {
    expect(await messageOf(() => Promise.reject(new Error('Log in again.')))).to.equal('Log in again.');
  });

  for (const [headers, expected] of [
    [{ 'a header': 'sécret' }, 'The header "a header" cannot be sent'],
    [{ Authorization: 'secret\nX: y' }, 'The header "Authorization" cannot be sent'],
    [{ Authorization: 'secret €' }, 'The header "Authorization" cannot be sent'],
    [{ Authorization: undefined }, 'The header "Authorization" is of type undefined; expected text.'],
    [{ Authorization: 12345678 }, 'The header "Authorization" is of type number; expected text.'],
    [new Map([['Authorization', 'secret']]), 'headers is no record'],
    [new Headers({ Authorization: 'secret' }), 'headers is no record'],
    [[['Authorization', 'secret']], 'headers is no record'],
    [null, 'headers is no record'],
    ['Authorization: secret', 'headers is of type string'],
    [() => 'secret', 'headers is of type string'],
  ] as const) {
    it(`names what cannot be sent, and never its value: ${expected}`, async () => {
      const message = await messageOf(headers);
      expect(message).to.contain(expected);
      expect(message).not.to.match(/s[eé]cret|12345678/);
    });
  }
});
