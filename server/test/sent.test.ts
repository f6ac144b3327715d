import { describe, it } from 'node:test';

import { expect } from 'chai';

import { Sent } from '../src/database/sent.js';
import { emptyDatabase } from './serve.js';

describe('statements that are sent without waiting for each', () => {
  it('are done in their order, and what fails first is told, whatever fails after it', async () => {
    const database = await emptyDatabase();
    await database.query('CREATE TABLE kept (number int4 PRIMARY KEY)');
    const add = (sent: Sent, number: number) => sent.send('INSERT INTO kept VALUES ($1)', [number]);
    const numbers = () => database.query<{ number: number }>('SELECT number FROM kept ORDER BY number');
    const found = await database.transaction(async queries => {
      const sent = new Sent(queries);
      void add(sent, 1);
      void sent.send('UPDATE kept SET number = number * 10');
      void add(sent, 2);
      return sent.ask('SELECT number FROM kept ORDER BY number');
    });
    expect(found).to.deep.equal([{ number: 2 }, { number: 10 }]);
    const failure = await database
      .transaction(async queries => {
        const sent = new Sent(queries);
        for (const number of [3, 2, 4]) void add(sent, number);
        await sent.ask('SELECT');
      })
      .catch((error: Error & { code?: string }) => error.code);
    expect([failure, await numbers()]).to.deep.equal(['23505', [{ number: 2 }, { number: 10 }]]);
    await database.close();
  });
});
