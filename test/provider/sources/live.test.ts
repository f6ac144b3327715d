import { expect } from 'chai';

import type { NetworkChange, NetworkSnapshot } from '../../../src/model/records.js';
import { jsonSource } from '../../../src/provider/sources/json-source.js';
import { withLive } from '../../../src/provider/sources/live.js';
import { StubbedEventSource, StubbedTimers, replaceGlobal } from '../../support/stubs.js';

const { CONNECTING, CLOSED } = StubbedEventSource;
const snapshot: NetworkSnapshot = { locations: [] };
const source = { load: () => Promise.resolve(snapshot) };

let timers: StubbedTimers;
let restoreEventSource: () => void;

function watch() {
  const changes: NetworkChange[] = [];
  const interruptions: string[] = [];
  const controller = new AbortController();
  const live = { reopened: 0, changes, interruptions, abort: () => controller.abort() };
  withLive(source, '/live', { onReopen: () => live.reopened++ }).watch!(change => changes.push(change), {
    signal: controller.signal,
    interrupted: error => interruptions.push(error.message),
  });
  return live;
}

describe('withLive', () => {
  beforeEach(() => {
    StubbedEventSource.opened = [];
    restoreEventSource = replaceGlobal('EventSource', StubbedEventSource);
    timers = new StubbedTimers();
  });

  afterEach(() => {
    timers.restore();
    restoreEventSource();
  });

  it('R12: loads from the source that it wraps, which keeps its feed', async () => {
    expect(await withLive(source, '/live').load({ signal: new AbortController().signal })).to.equal(snapshot);
    const { feed } = jsonSource('/network.json');
    expect(withLive(jsonSource('/network.json'), '/live').feed).to.deep.equal(feed);
    expect(withLive(source, '/live')).to.not.have.property('feed');
  });

  it('R10: pushes each message as a change', () => {
    const { changes, interruptions } = watch();
    expect(StubbedEventSource.last.url).to.equal('/live');
    StubbedEventSource.last.open();
    StubbedEventSource.last.send('{"stations":[{"id":"S","status":"Faulted"}]}');
    StubbedEventSource.last.send('{"asOf":7}');
    expect(changes).to.deep.equal([{ stations: [{ id: 'S', status: 'Faulted' }] }, { asOf: 7 }]);
    expect(interruptions).to.deep.equal([]);
  });

  it("R10: passes on what the source's own watch pushes", () => {
    const changes: NetworkChange[] = [];
    const watching = { ...source, watch: (push: (change: NetworkChange) => void) => push({ asOf: 1 }) };
    withLive(watching, '/live').watch!(change => changes.push(change), {
      signal: new AbortController().signal,
    });
    expect(changes).to.deep.equal([{ asOf: 1 }]);
  });

  for (const data of ['{', '', 'null', '[]', '"text"', '7']) {
    it(`R14: tells that a change was lost with the message ${JSON.stringify(data)}, and goes on`, () => {
      const { changes, interruptions } = watch();
      StubbedEventSource.last.open();
      StubbedEventSource.last.send(data);
      expect(changes).to.deep.equal([]);
      expect(interruptions).to.have.length(1);
      expect(interruptions[0]).to.include('/live').and.to.include(JSON.stringify(data));
      StubbedEventSource.last.send('{"asOf":7}');
      expect(changes).to.deep.equal([{ asOf: 7 }]);
    });
  }

  it('R14: tells of a lost connection once, and recovers when the browser is connected again', () => {
    const live = watch();
    StubbedEventSource.last.open();
    expect([live.reopened, live.changes]).to.deep.equal([0, []]);
    StubbedEventSource.last.fail(CONNECTING);
    StubbedEventSource.last.fail(CONNECTING);
    expect(live.interruptions).to.have.length(1);
    expect(live.interruptions[0]).to.include('/live').and.to.include('disconnected');
    expect(timers.size).to.equal(0);
    StubbedEventSource.last.open();
    expect(live.changes).to.deep.equal([{}]);
    expect(live.reopened).to.equal(1);
    expect(StubbedEventSource.opened).to.have.length(1);
  });

  it('R14: opens the stream again, after ever longer waits, where the browser gave up', () => {
    const live = watch();
    for (let attempt = 1; attempt <= 7; attempt++) {
      StubbedEventSource.last.fail(CLOSED);
      timers.run();
      expect(StubbedEventSource.opened).to.have.length(attempt + 1);
    }
    expect(timers.waits).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(live.interruptions).to.have.length(1);
    StubbedEventSource.last.open();
    expect([live.reopened, live.changes]).to.deep.equal([1, [{}]]);
    StubbedEventSource.last.fail(CLOSED);
    expect(timers.waits.at(-1), 'starts over once it was open').to.equal(1000);
    expect(live.interruptions).to.have.length(2);
  });

  it('R14: closes the stream when it is aborted', () => {
    const { abort } = watch();
    StubbedEventSource.last.open();
    abort();
    expect(StubbedEventSource.last.readyState).to.equal(CLOSED);
  });

  it('R14: waits for no stream once it is aborted', () => {
    const { abort } = watch();
    StubbedEventSource.last.fail(CLOSED);
    expect(timers.size).to.equal(1);
    abort();
    expect(timers.size).to.equal(0);
    expect(StubbedEventSource.opened).to.have.length(1);
  });

  it('R14: opens nothing where it is aborted already', () => {
    withLive(source, '/live').watch!(() => undefined, { signal: AbortSignal.abort() });
    expect(StubbedEventSource.opened).to.have.length(0);
  });
});
