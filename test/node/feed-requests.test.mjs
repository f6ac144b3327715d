import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';

import { writeColumns } from '../../src/model/columns/write-columns.ts';
import { columnsSource } from '../../src/provider/sources/columns-source.ts';
import { jsonSource } from '../../src/provider/sources/json-source.ts';
import { withLive } from '../../src/provider/sources/live.ts';
import { ocpiSource } from '../../src/provider/sources/ocpi-source.ts';
import { readBody } from '../../src/provider/sources/read-body.ts';
import { json, networkOf, place, startServer } from '../support/faulty-server.mjs';

const load = source => source.load({ signal: new AbortController().signal });
/** All that a failure says, to people and to consoles. */
async function failureOf(loading) {
  const error = await loading.then(
    () => assert.fail('It was loaded.'),
    thrown => thrown,
  );
  const told = [];
  for (let cause = error; cause; cause = cause.cause) told.push(String(cause.stack), JSON.stringify(cause));
  return { error, told: told.join('\n') };
}

test('a server that is silent has failed after the time-out', async t => {
  const { origin } = await startServer(t, () => undefined);
  const { error } = await failureOf(load(jsonSource(`${origin}/n.json`, { timeout: 0.2 })));
  assert.equal(error.message, `GET ${origin}/n.json sent nothing for 0.2 seconds.`);
  assert.equal(error.isPassing, true);
});

test('a server that falls silent within an answer has failed after the time-out', async t => {
  const { origin } = await startServer(t, (_, answer) => answer.writeHead(200).write('{"locations":['));
  const { error } = await failureOf(load(jsonSource(`${origin}/n.json`, { timeout: 0.2 })));
  assert.equal(error.message, `GET ${origin}/n.json sent nothing for 0.2 seconds.`);
});

test('a slow line has all the time it needs, as long as something comes', async t => {
  const body = JSON.stringify(networkOf(3));
  const { origin } = await startServer(t, (_, answer) => {
    let sent = 0;
    answer.writeHead(200).flushHeaders();
    const timer = setInterval(() => {
      answer.write(body.slice(sent, (sent += Math.ceil(body.length / 8))));
      if (sent < body.length) return;
      clearInterval(timer);
      answer.end();
    }, 200);
  });
  const before = performance.now();
  const { locations } = await load(jsonSource(`${origin}/n.json`, { timeout: 1 }));
  assert.equal(locations[0].stations.length, 3);
  assert.ok(performance.now() - before > 1000, 'it took longer in all than the time-out');
});

test('a body without an end is hung up on once it is larger than any feed', async t => {
  let hungUp;
  const { origin } = await startServer(t, (_, answer) => {
    hungUp = once(answer, 'close');
    const send = () => {
      while (!answer.destroyed && answer.write(Buffer.alloc(65_536))) continue;
    };
    answer.writeHead(200).on('drain', send);
    send();
  });
  const { body } = await fetch(origin);
  const reading = readBody(body, length => {
    if (length > 5_000_000) throw new RangeError('enough');
  });
  await assert.rejects(reading, { message: 'enough' });
  await hungUp;
});

test('what a server asks to wait for is told with its refusal, and which refusals pass', async t => {
  const { origin } = await startServer(t, ({ url }, answer) =>
    answer.writeHead(Number(url.slice(1)), { 'Retry-After': '7' }).end(),
  );
  const passing = {};
  for (const status of [400, 401, 403, 404, 408, 429, 500, 502, 503]) {
    const { error } = await failureOf(load(jsonSource(`${origin}/${status}`)));
    passing[status] = error.isPassing;
    assert.equal(error.retryAfter, 7000);
  }
  const lasting = Object.keys(passing).filter(status => !passing[status]);
  assert.deepEqual(lasting, ['400', '401', '403', '404']);
});

test('a record of headers goes with every request', async t => {
  const { origin, requests } = await startServer(t, (_, answer) => json(answer, networkOf(1)));
  await load(jsonSource(`${origin}/n.json`, { headers: { Authorization: 'Token A' } }));
  await load(jsonSource(`${origin}/n.json`));
  assert.deepEqual(
    requests.map(({ headers }) => headers.authorization),
    ['Token A', undefined],
  );
});

test('a function is asked for the headers of each request, of the pages of OCPI too', async t => {
  const { origin, requests } = await startServer(t, ({ url }, answer) =>
    json(answer, { data: [place(url)] }, url === '/1' ? { Link: '</2>; rel="next"' } : {}),
  );
  let token = 0;
  const headers = async () => ({ Authorization: `Token ${++token}` });
  const { locations } = await load(ocpiSource(`${origin}/1`, { headers }));
  assert.equal(locations.length, 2);
  assert.deepEqual(
    requests.map(({ url, headers: sent }) => [url, sent.authorization]),
    [
      ['/1', 'Token 1'],
      ['/2', 'Token 2'],
    ],
  );
});

test('a token that has run out is renewed once, where a function can', async t => {
  const { origin, requests } = await startServer(t, ({ headers }, answer) => {
    if (headers.authorization === 'Token 2') json(answer, networkOf(1));
    else answer.writeHead(401).end('{}');
  });
  let token = 0;
  const headers = () => ({ Authorization: `Token ${++token}` });
  assert.equal((await load(jsonSource(`${origin}/n.json`, { headers }))).locations.length, 1);
  assert.equal(requests.length, 2);
  const { error } = await failureOf(load(jsonSource(`${origin}/n.json`, { headers })));
  assert.equal(error.message, `GET ${origin}/n.json answered 401 Unauthorized.`);
  assert.equal(requests.length, 4);
  await failureOf(load(jsonSource(`${origin}/n.json`, { headers: { Authorization: 'Token 1' } })));
  assert.equal(requests.length, 5);
});

test('headers that cannot be had are told, and may be had later', async t => {
  const { origin } = await startServer(t, (_, answer) => json(answer, networkOf(1)));
  const headers = () => Promise.reject(new Error('Log in again.'));
  const { error } = await failureOf(load(jsonSource(`${origin}/n.json?token=SECRET`, { headers })));
  assert.equal(error.message, `The headers for GET ${origin}/n.json could not be had: Log in again.`);
  assert.equal(error.isPassing, true);
  const never = jsonSource(`${origin}/n.json`, { headers: () => new Promise(() => undefined), timeout: 0.2 });
  const { error: late } = await failureOf(load(never));
  assert.equal(late.message, `GET ${origin}/n.json sent nothing for 0.2 seconds.`);
});

test('headers follow a redirect within the server, and never to another', async t => {
  const other = await startServer(t, (_, answer) => json(answer, networkOf(2)));
  const { origin, requests } = await startServer(t, ({ url }, answer) => {
    const to = { '/old': '/new', '/gone': `${other.origin}/n.json?token=SECRET` }[url];
    if (to) answer.writeHead(302, { Location: to }).end();
    else json(answer, networkOf(1));
  });
  const headers = { 'X-Api-Key': 'SECRET' };
  assert.equal((await load(jsonSource(`${origin}/old`, { headers }))).locations[0].stations.length, 1);
  assert.deepEqual([requests.at(-1).url, requests.at(-1).headers['x-api-key']], ['/new', 'SECRET']);
  const { error, told } = await failureOf(load(jsonSource(`${origin}/gone`, { headers })));
  assert.match(
    error.message,
    new RegExp(`^GET ${origin}/gone is redirected to another server, ${other.origin},`),
  );
  assert.equal(error.isPassing, false);
  assert.doesNotMatch(told, /SECRET/);
  assert.ok(other.requests.every(request => !JSON.stringify(request.headers).includes('SECRET')));
  assert.equal((await load(jsonSource(`${origin}/gone`))).locations[0].stations.length, 2);
});

test('the headers of a live stream follow a redirect within the server, and never to another', async t => {
  const event = answer =>
    answer.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: {}\n\n');
  const other = await startServer(t, (_, answer) => event(answer));
  const { origin, requests } = await startServer(t, ({ url }, answer) => {
    const to = { '/old': '/new', '/gone': `${other.origin}/live?token=SECRET` }[url];
    if (to) answer.writeHead(302, { Location: to }).end();
    else event(answer);
  });
  const headers = { 'X-Api-Key': 'SECRET' };
  const follow = path =>
    new Promise(resolve => {
      const watching = new AbortController();
      t.after(() => watching.abort());
      const done = value => {
        watching.abort();
        resolve(value);
      };
      const source = withLive(jsonSource(`${origin}/n.json`), `${origin}${path}`, { headers });
      source.watch(done, { signal: watching.signal, interrupted: done });
    });
  assert.deepEqual(await follow('/old'), {});
  assert.deepEqual([requests.at(-1).url, requests.at(-1).headers['x-api-key']], ['/new', 'SECRET']);
  const error = await follow('/gone');
  assert.match(error.message, /is redirected to another server/);
  assert.doesNotMatch(error.message, /SECRET/);
  assert.ok(other.requests.every(request => !JSON.stringify(request.headers).includes('SECRET')));
});

test('no secret of a URL or a header is told', async t => {
  const answers = {
    '/refused': answer => answer.writeHead(403).end(),
    '/page': answer => answer.writeHead(200).end('<!doctype html>'),
    '/shape': answer => json(answer, { places: [] }),
    '/cut': answer => answer.writeHead(200, { 'Content-Length': 100 }).write('{', () => answer.destroy()),
    '/status': answer => json(answer, { status_code: 2001, status_message: 'No' }),
    '/next': answer => json(answer, [], { Link: '</refused?token=SECRET>; rel="next"' }),
    '/elsewhere': answer => json(answer, [], { Link: '<http://a:SECRET@b.invalid/?t=SECRET>; rel="next"' }),
    '/broken': answer => json(answer, [], { Link: '<http://a:SECRET@b.invalid/?t=SECRET; rel="next"' }),
    '/bad': answer => json(answer, [], { Link: '<http://a:SECRET@?t=SECRET>; rel="next"' }),
    '/count': answer => json(answer, [place('1')], { 'X-Total-Count': '7' }),
  };
  const { origin } = await startServer(t, ({ url }, answer) =>
    answers[new URL(url, origin).pathname](answer),
  );
  const options = { headers: { Authorization: 'Bearer SECRET' } };
  for (const path of Object.keys(answers)) {
    for (const source of [jsonSource, columnsSource, ocpiSource]) {
      if (source !== ocpiSource && ['/next', '/elsewhere', '/broken', '/bad', '/count'].includes(path))
        continue;
      const { error, told } = await failureOf(load(source(`${origin}${path}?token=SECRET#SECRET`, options)));
      const asked = path === '/next' ? '/refused' : path;
      assert.ok(error.message.startsWith(`GET ${origin}${asked}`), error.message);
      assert.doesNotMatch(told, /SECRET/);
    }
  }
  const { error, told } = await failureOf(
    load(jsonSource('http://127.0.0.1:9/n.json?token=SECRET', options)),
  );
  assert.match(error.message, /^GET http:\/\/127\.0\.0\.1:9\/n\.json got no answer/);
  assert.doesNotMatch(told, /SECRET/);
  const { problems } = await load(ocpiSource(`${(await totals(t)).origin}/?token=SECRET`));
  assert.equal(problems.length, 1);
  assert.doesNotMatch(JSON.stringify(problems), /SECRET/);
});

const totals = t => startServer(t, (_, answer) => json(answer, [place('1')], { 'X-Total-Count': 'many' }));

test('a URL with a user name or a password is refused without telling them', () => {
  for (const url of ['http://me:SECRET@127.0.0.1/n.json?SECRET', 'http://SECRET@127.0.0.1/n.json']) {
    assert.throws(() => jsonSource(url), {
      name: 'TypeError',
      message:
        'http://127.0.0.1/n.json is given with a user name or a password; expected them in the headers (Authorization).',
    });
  }
  assert.throws(() => jsonSource('http://me:SECRET@:x?SECRET'), { message: /^"http:\/\/:x" is no URL/ });
});

test('an option that is not as documented is refused before any request', () => {
  const url = 'http://127.0.0.1/n.json';
  assert.throws(() => jsonSource(url, { timeout: 0 }), {
    name: 'RangeError',
    message: 'timeout is 0; expected seconds above 0, up to 2147483.',
  });
  assert.throws(() => ocpiSource(url, { timeout: '60' }), { name: 'RangeError' });
  assert.throws(() => columnsSource(url, { credentials: 'yes' }), {
    message: 'credentials is "yes"; expected omit, same-origin, include.',
  });
  assert.throws(() => jsonSource(url, { headers: { Authorization: 'SECRET\n' + 'x' } }), {
    message: /^The header "Authorization" cannot be sent/,
  });
});

test('R14: a feed that does not say when it was true was so when it was sent, by the HTTP Date and Age', async t => {
  const headers = { Date: 'Sun, 07 Jun 2026 13:00:00 GMT', Age: '90' };
  const sentAt = Date.UTC(2026, 5, 7, 13, 1, 30);
  const { origin } = await startServer(t, ({ url }, answer) => {
    if (url === '/columns') answer.writeHead(200, headers).end(Buffer.from(writeColumns(networkOf(1))));
    else json(answer, networkOf(1, url === '/own' ? { asOf: 5 } : {}), headers);
  });
  assert.equal((await load(jsonSource(`${origin}/none`))).asOf, sentAt);
  assert.equal((await load(jsonSource(`${origin}/own`))).asOf, 5);
  assert.equal((await load(columnsSource(`${origin}/columns`))).asOf, sentAt);
});
