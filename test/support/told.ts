import { expect } from 'chai';

import type { Problem } from '../../src/model/records.js';

/** Problems as they are told in English, each of which has a reason for readers of other languages. */
export function told(problems: readonly Problem[]): Omit<Problem, 'reason'>[] {
  return problems.map(({ reason, ...rest }) => {
    expect(reason, rest.message).to.be.an('object');
    return rest;
  });
}
