import { expect } from 'chai';
import fc from 'fast-check';

import { Deadlines } from '../../src/engine/deadlines.js';

type Step = { station: number; time: number } | { now: number };

const steps = fc.array(
  fc.oneof(
    fc.record({ station: fc.nat(40), time: fc.oneof(fc.nat(1000), fc.constant(Infinity)) }),
    fc.record({ now: fc.nat(1000) }),
  ),
  { maxLength: 200 },
);

describe('the deadlines of stations', () => {
  it('R10: come up in time, each once and none early, as a list that is searched throughout has them', () => {
    fc.assert(
      fc.property(steps, (given: Step[]) => {
        const deadlines = new Deadlines();
        const due = new Map<number, number>();
        for (const step of given) {
          if ('station' in step) {
            deadlines.set(step.station, step.time);
            due.set(step.station, step.time);
            continue;
          }
          const came: number[] = [];
          deadlines.take(step.now, station => {
            // What moved later comes up early, and is put right.
            const time = due.get(station)!;
            if (time > step.now) return time;
            came.push(station);
            due.set(station, Infinity);
            return Infinity;
          });
          const expected = [...due].filter(([, time]) => time <= step.now).map(([station]) => station);
          expect(expected, 'left behind').to.deep.equal([]);
          expect(new Set(came).size, 'visited twice').to.equal(came.length);
          expect(deadlines.next, 'due next').to.be.above(step.now);
        }
        expect(deadlines.next).to.be.at.most(Math.min(Infinity, ...due.values()));
      }),
    );
  });

  it('are visited the earliest first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1 }), times => {
        const deadlines = new Deadlines();
        times.forEach((time, station) => {
          deadlines.set(station, time);
        });
        const visited: number[] = [];
        deadlines.take(1000, station => {
          visited.push(times[station]!);
          return Infinity;
        });
        expect(visited).to.deep.equal(times.toSorted((a, b) => a - b));
        expect(deadlines.next).to.equal(Infinity);
      }),
    );
  });
});
