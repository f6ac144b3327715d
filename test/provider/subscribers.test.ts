import { expect } from 'chai';

import { Filters } from '../../src/provider/filters.js';
import { Subscribers } from '../../src/provider/subscribers.js';
import { replaceGlobal } from '../support/stubs.js';

/** What is reported as an uncaught error until the test ends. */
async function reported(run: () => void): Promise<unknown[]> {
  const errors: unknown[] = [];
  const restore = replaceGlobal('reportError', (error: unknown) => errors.push(error));
  run();
  await Promise.resolve();
  restore();
  return errors;
}

describe('subscribers', () => {
  const told: string[] = [];
  const tell = (name: string) => () => void told.push(name);
  beforeEach(() => {
    told.length = 0;
  });

  it('are all called where some throw, and what those throw is reported', async () => {
    const [first, second] = [new Error('first'), new Error('second')];
    const subscribers = new Subscribers();
    const fail = (error: Error) => () => {
      throw error;
    };
    for (const listener of [fail(first), tell('a'), fail(second), tell('b')]) subscribers.add(listener);
    expect(await reported(() => subscribers.notify())).to.deep.equal([first, second]);
    expect(told).to.deep.equal(['a', 'b']);
  });

  it('have their errors thrown as uncaught ones where there is no reportError, as in Node', async () => {
    const broken = new Error('broken');
    const uncaught: unknown[] = [];
    const { queueMicrotask } = globalThis;
    const restore = replaceGlobal('reportError', undefined);
    globalThis.queueMicrotask = callback => {
      queueMicrotask(() => {
        try {
          callback();
        } catch (error) {
          uncaught.push(error);
        }
      });
    };
    const subscribers = new Subscribers();
    subscribers.add(() => {
      throw broken;
    });
    subscribers.add(tell('other'));
    subscribers.notify();
    await new Promise(resolve => setTimeout(resolve));
    globalThis.queueMicrotask = queueMicrotask;
    restore();
    expect(uncaught).to.deep.equal([broken]);
    expect(told).to.deep.equal(['other']);
  });

  it('are called once for all that changes in a turn, and again for what they change themselves', async () => {
    const subscribers = new Subscribers();
    subscribers.add(() => {
      if (told.push('a') < 3) subscribers.notify();
    });
    subscribers.notify();
    subscribers.notify();
    await new Promise(resolve => setTimeout(resolve));
    expect(told).to.have.length(3);
  });

  it('are not called once they are removed, though it be by one that is called before', async () => {
    const subscribers = new Subscribers();
    subscribers.add(() => {
      stop();
    });
    const stop = subscribers.add(tell('removed'));
    subscribers.add(tell('last'));
    subscribers.notify();
    await Promise.resolve();
    expect(told).to.deep.equal(['last']);
  });

  it('that are added by one that is called wait for the next change, so that renewing a subscription ends', async () => {
    const subscribers = new Subscribers();
    let stop: () => void;
    const renew = () => {
      told.push('renewed');
      stop();
      stop = subscribers.add(renew);
    };
    stop = subscribers.add(renew);
    subscribers.notify();
    await Promise.resolve();
    expect(told).to.deep.equal(['renewed']);
  });

  it('may share one function: each ends for itself', async () => {
    const subscribers = new Subscribers();
    const shared = tell('shared');
    const stop = subscribers.add(shared);
    subscribers.add(shared);
    stop();
    subscribers.notify();
    await Promise.resolve();
    expect(told).to.deep.equal(['shared']);
    expect(subscribers.size).to.equal(1);
  });

  it('R21: of what legends hide are called likewise', async () => {
    const filters = new Filters();
    const broken = new Error('broken');
    filters.subscribe(() => {
      throw broken;
    });
    filters.subscribe(tell('hidden'));
    expect(await reported(() => filters.toggle('evse', 'faulted'))).to.deep.equal([broken]);
    expect(told).to.deep.equal(['hidden']);
  });
});
