import { timingSafeEqual } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import type { Scope } from '../../../src/model/records.js';
import { ProblemError } from './problem.js';

/** What somebody may do. */
export interface Grant {
  /** What they may see: nothing widens it. All of it without one. */
  scope?: Scope;
  /** Whether they may send data. */
  canWrite?: boolean;
}

/** Finds out who asks, by the request's headers alone; undefined for somebody who may not. */
export type Authorize = (
  headers: FastifyRequest['headers'],
) => Grant | undefined | Promise<Grant | undefined>;

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Has those ask who send one of some tokens: `Authorization: Bearer …`.
 * @param grants by the tokens
 */
export function byTokens(grants: Readonly<Record<string, Grant>>): Authorize {
  return ({ authorization = '' }) => {
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    const known = Object.entries(grants).find(([each]) => isSame(each, token));
    return known?.[1];
  };
}

/**
 * What the one who asks may do.
 * @throws ProblemError 401 where that is nothing
 */
export async function grantOf(request: FastifyRequest, authorize: Authorize | undefined): Promise<Grant> {
  if (!authorize) return { canWrite: true };
  const grant = await authorize(request.headers);
  if (!grant)
    throw new ProblemError(
      401,
      'The request carries no token that is known; expected Authorization: Bearer and one.',
    );
  return grant;
}
