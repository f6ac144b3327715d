import { expect } from 'chai';

import { Network } from '../../src/engine/network.js';
import { answerTrend } from '../../src/engine/trend-answers.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { TrendPoint } from '../../src/model/records.js';
import { DAY, HOUR, MINUTE } from '../../src/model/time.js';
import { location, NOON, station } from '../support/networks.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };

function loaded(history: unknown, now = NOON, previous?: Network): Network {
  const network = new Network(RULES, now, now);
  network.loadHistory(history);
  network.load([location('l', [station('a', { connection: 'online' })], { country: 'NL' })]);
  network.begin(now, previous);
  return network;
}

/** A point of so many minutes after noon, at which so many stations were offline. */
function point(at: number, offline: number): TrendPoint {
  return { at: NOON + at * MINUTE, counts: { connection: { online: 10, offline, unknown: 0 } } };
}

/** How many were offline, by minutes after noon. */
function offline(network: Network): [number, number][] {
  return answerTrend(network, 'connection').map(({ at, counts }) => [
    (Number(at) - NOON) / MINUTE,
    counts.connection!.offline!,
  ]);
}

describe('the history of a snapshot', () => {
  it('R28: is where the trend of the whole network begins, at the steps that its points lie at', () => {
    const network = loaded([point(-10, 3), point(-5, 2)]);
    expect(offline(network)).to.deep.equal([
      [-10, 3],
      [-5, 2],
    ]);
    network.tick(NOON + 6 * MINUTE);
    expect(offline(network)).to.deep.equal([
      [-10, 3],
      [-5, 2],
      [0, 0],
      [5, 0],
    ]);
    expect(
      answerTrend(network, 'connection', { scope: { country: 'NL' } }).map(({ at }) => at),
    ).to.deep.equal([NOON, NOON + 5 * MINUTE]);
  });

  it('R28: has a step be as the newest point that is not after it, and is not older than 15 minutes', () => {
    const network = loaded([point(-60, 1), point(-31, 2), point(-30.5, 3), point(-4, 4)]);
    expect(offline(network)).to.deep.equal([
      [-60, 1],
      [-55, 1],
      [-50, 1],
      [-45, 1],
      [-30, 3],
      [-25, 3],
      [-20, 3],
    ]);
    network.tick(NOON + MINUTE);
    expect(offline(network).at(-1)).to.deep.equal([0, 0]);
  });

  it('R28: is put in order, and reaches back a day', () => {
    const network = loaded([point(-5, 2), point(-30 * 60, 9), point(-24 * 60 - 7, 8), point(-10, 3)]);
    expect(offline(network)).to.deep.equal([
      [-24 * 60, 8],
      [-24 * 60 + 5, 8],
      [-10, 3],
      [-5, 2],
    ]);
    expect(network.problems.total).to.equal(0);
  });

  it('R28: tells of a dimension and of a status by itself', () => {
    const network = loaded([
      { at: NOON - 10 * MINUTE, counts: { evse: { faulted: 4 } } },
      { at: NOON - 5 * MINUTE, counts: { evse: { available: 7, faulted: null }, station: null } },
    ]);
    expect(answerTrend(network, 'evse')).to.deep.equal([
      { at: NOON - 10 * MINUTE, counts: { evse: { faulted: 4 } } },
      { at: NOON - 5 * MINUTE, counts: { evse: { available: 7, faulted: 4 } } },
    ]);
    expect(answerTrend(network, 'station')).to.deep.equal([]);
    expect(network.problems.total).to.equal(0);
  });

  it('R28: gives way to what was observed, and with a later snapshot tells of what was not', () => {
    const before = loaded([point(-5, 5)]);
    before.tick(NOON + 6 * MINUTE);
    const history = [point(-15, 7), point(-10, 6), point(-5, 4), point(0, 9), point(5, 9)];
    const network = loaded(history, NOON + 8 * MINUTE, before);
    expect(offline(network)).to.deep.equal([
      [-15, 7],
      [-10, 6],
      [-5, 4],
      [0, 0],
      [5, 0],
    ]);
    expect(offline(loaded(undefined, NOON + 9 * MINUTE, network))).to.deep.equal(offline(network));
  });

  it('R28: tells where and why a point cannot be read, and reads the others', () => {
    const good = { faulted: 1 };
    const { problems, ...network } = withProblems([
      { at: NOON - HOUR, counts: { evse: good } },
      7,
      { counts: {} },
      { at: 'noon', counts: {} },
      { at: NOON + 1, counts: { evse: good } },
      { at: NOON - MINUTE },
      { at: NOON - DAY, counts: { evses: good, evse: [] } },
      { at: NOON - HOUR, counts: { evse: { broken: 1, faulted: -1, charging: 1.5, available: '3' } } },
      { at: NOON - HOUR, counts: { evse: { broken: 1, undefined: 2 }, evses: good } },
      { at: '1999-12-31T23:59:59Z', counts: { evse: good } },
    ]);
    expect(problems).to.deep.equal([
      'history[1] is 7; expected an object with at and counts.',
      'history[2].at is nothing; expected epoch milliseconds or ISO 8601 text of the years 1970 to 9999.',
      'history[3].at is "noon"; expected epoch milliseconds or ISO 8601 text of the years 1970 to 9999.',
      `history[4].at is ${NOON + 1}; expected a moment no later than the snapshot.`,
      'history[5].counts is nothing; expected counts by dimension.',
      'history[6].counts.evses is "evses"; expected connection, evse, last-message, station.',
      'history[6].counts.evse is an array of 0; expected counts by status.',
      'history[7].counts.evse.broken is "broken"; expected available, charging, faulted, undefined.',
      'history[7].counts.evse.faulted is -1; expected a whole number, 0 or more.',
      'history[7].counts.evse.charging is 1.5; expected a whole number, 0 or more.',
      'history[7].counts.evse.available is "3"; expected a whole number, 0 or more.',
      'history[9].at is "1999-12-31T23:59:59Z"; expected epoch milliseconds or ISO 8601 text of the years 1970 to 9999, and not before 2000.',
    ]);
    expect(network.trend[0]).to.deep.equal({
      at: NOON - HOUR,
      counts: { evse: { faulted: 1, undefined: 2 } },
    });
  });

  it('R28: is told of where it is no list', () => {
    expect(withProblems({}).problems).to.deep.equal([
      'history is an object; expected a list of points, oldest first.',
    ]);
  });
});

function withProblems(history: unknown) {
  const network = loaded(history);
  return {
    problems: network.problems.summary.first.map(({ message }) => message),
    trend: answerTrend(network, 'evse'),
  };
}
