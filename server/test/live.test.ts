import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';

import { expect } from 'chai';

import type { ServedState } from '../../src/model/served-state.js';
import { LiveStreams } from '../src/http/live.js';

/** What those who follow are told, as it is written to one of them. */
class Response extends EventEmitter {
  readonly writeHead = () => undefined;
  readonly written: string[] = [];
  writableLength = 0;
  writableEnded = false;
  destroyed = false;
  write(text: string) {
    this.written.push(text);
    this.emit('written');
  }
  end() {
    this.writableEnded = true;
    // One whose reader takes nothing waits to be closed.
    if (this.writableLength === 0) this.emit('close');
  }
  destroy() {
    this.destroyed = true;
    this.emit('close');
  }
  get versions(): string[] {
    return this.written.map(text => (JSON.parse(text.replace('data: ', '')) as ServedState).version);
  }
}

describe('a stream of what a network has come to', () => {
  const stateOf = (version: number): ServedState => ({ version: String(version), now: 0, leftOut: 0 });
  const open = (streams: LiveStreams, response: Response, country?: string) =>
    streams.open(response as never as ServerResponse, {}, country === undefined ? undefined : { country });

  it('tells of nothing older than what it has told', async () => {
    const asked: ((state: ServedState) => void)[] = [];
    const streams = new LiveStreams(
      () => new Promise(resolve => asked.push(resolve)),
      error => expect.fail(error.message),
    );
    const response = new Response();
    const opened = open(streams, response);
    streams.changed();
    while (asked.length < 2) await new Promise(resolve => setImmediate(resolve));
    asked[1]!(stateOf(2));
    asked[0]!(stateOf(1));
    await opened;
    while (response.written.length === 0) await new Promise(resolve => setImmediate(resolve));
    expect(response.versions).to.deep.equal(['2']);
    streams.close();
  });

  it('asks once for all who follow the same, whoever they are; tells of a failure once, and ends their streams', async () => {
    let asked = 0;
    let version = 1;
    const failures: Error[] = [];
    const state = async () => {
      asked++;
      if (version > 2) throw new Error('The database is away.');
      return stateOf(version);
    };
    const streams = new LiveStreams(state, error => void failures.push(error));
    const responses = ['NL', 'NL', 'DE'].map(() => new Response());
    for (const [index, response] of responses.entries())
      await open(streams, response, ['NL', 'NL', 'DE'][index]);
    expect([asked, streams.size]).to.deep.equal([3, 3]);
    version = 2;
    streams.changed();
    while (responses.some(({ written }) => written.length < 2))
      await new Promise(resolve => setImmediate(resolve));
    expect(asked).to.equal(5);
    version = 3;
    streams.changed();
    while (failures.length < 2) await new Promise(resolve => setImmediate(resolve));
    expect([streams.size, asked]).to.deep.equal([0, 7]);
    expect(responses.every(({ writableEnded }) => writableEnded)).to.equal(true);
    streams.close();
  });

  it('keeps nobody who has hung up before it begins, and when it is interrupted nobody who takes nothing', async () => {
    const streams = new LiveStreams(
      async () => stateOf(1),
      error => expect.fail(error.message),
    );
    const gone = new Response();
    gone.destroyed = true;
    await open(streams, gone);
    expect([streams.size, gone.written]).to.deep.equal([0, []]);
    const [taking, stuck] = [new Response(), new Response()];
    for (const response of [taking, stuck]) await open(streams, response);
    stuck.writableLength = 100;
    streams.interrupt();
    expect([streams.size, taking.writableEnded, taking.destroyed, stuck.destroyed]).to.deep.equal([
      ...[0, true, false, true],
    ]);
    streams.close();
  });
});
