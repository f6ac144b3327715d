import { expect } from 'chai';

import { SharedAnswers } from '../src/http/shared-answers.js';

describe('answers that are shared', () => {
  let shared: SharedAnswers;
  let made: number;
  /** Answers how many were made. */
  const make = () => Promise.resolve(++made);
  const ask = async (version: number, key = 'a') => (await shared.answer(version, key, make)).body;

  beforeEach(() => {
    shared = new SharedAnswers();
    made = 0;
  });

  it('are made once while the network stays as it is, for each question', async () => {
    expect(await Promise.all([ask(7), ask(7), ask(7, 'b')])).to.deep.equal(['1', '1', '2']);
    expect([await ask(7), await ask(7, 'b'), made]).to.deep.equal(['1', '2', 2]);
  });

  it('are made anew once it is another', async () => {
    expect([await ask(7), await ask(8), await ask(8)]).to.deep.equal(['1', '2', '2']);
  });

  it('are never older than the version that was asked for, though one of an older version comes later', async () => {
    let answerOld!: (value: number) => void;
    const old = shared.answer(7, 'a', () => new Promise(resolve => (answerOld = resolve)));
    expect(await ask(8)).to.equal('1');
    answerOld(0);
    expect([(await old).body, await ask(8)]).to.deep.equal(['0', '1']);
  });

  it('are made anew where the database was set back, and comes to the same version by other changes', async () => {
    expect([await ask(8), await ask(3), await ask(3), await ask(8)]).to.deep.equal(['1', '2', '2', '3']);
  });

  it('are asked for again after one could not be had', async () => {
    const failed = await shared.answer(7, 'a', () => Promise.reject(new Error('away'))).catch(String);
    expect([failed, await ask(7)]).to.deep.equal(['Error: away', '1']);
  });

  it('are forgotten before they take too much room', async () => {
    const large = 'x'.repeat(33_000_000);
    const askLarge = (key: string) =>
      shared.answer(7, key, async () => {
        await make();
        return large;
      });
    await askLarge('a');
    await askLarge('a');
    expect(made).to.equal(1);
    await askLarge('b');
    await askLarge('a');
    expect(made).to.equal(3);
  });
});
