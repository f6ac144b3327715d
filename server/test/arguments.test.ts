import { expect } from 'chai';

import { readArguments, UsageError } from '../src/arguments.js';

describe('the command line of ev-widgets-server', () => {
  it('takes a database by its URL', () => {
    for (const url of ['postgres://user@host/fleet', 'postgresql:///fleet?host=/run/postgresql'])
      expect(readArguments(['--database', url]).database).to.equal(url);
  });

  for (const [given, message] of [
    [
      ['--database', 'host=db user=me password=secret'],
      '--database is no URL of PostgreSQL; expected postgres://user@host/database',
    ],
    [
      ['--database', 'me:secret@db/fleet'],
      '--database is no URL of PostgreSQL; expected postgres://user@host/database',
    ],
    [
      ['--database', 'postgres://db/fleet', '--data', 'folder'],
      '--data and --database are both given; expected one of them',
    ],
    [['--live', 'http://127.0.0.1/live'], '--live is given without --feed; expected both'],
    [['--headers', 'headers.json'], '--headers is given without --feed; expected both'],
    [['--format', 'xml'], '--format is "xml"; expected network, ocpi, columns'],
    [['--port', '70000'], '--port is "70000"; expected a number from 0 to 65535'],
    [['--prot', '80'], "Unknown option '--prot'; see --help"],
  ] as const)
    it(`says of ${given.join(' ').replace(/\S*secret\S*/, '…')} what was expected, in one line`, () => {
      expect(() => readArguments(given)).to.throw(UsageError, message);
      expect(() => readArguments(given)).to.not.throw('secret');
    });
});
