import { STATUS_CODES } from 'node:http';

import type { FastifyError, FastifyReply } from 'fastify';

import type { Part } from '../../../src/model/reason.js';
import { say } from '../../../src/model/server-reasons.js';
import { UnreadableError } from '../../../src/model/unreadable-error.js';
import { ListGoneError } from '../answers/station-lists.js';
import { DatabaseError } from '../database/database-error.js';
import { NothingToChangeError } from '../ingest/ingest.js';
import { RefusedError } from '../refused-error.js';

/** An answer that is a problem (RFC 9457). */
export class ProblemError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** Seconds after which a database that could not answer is asked again. */
const RETRY_AFTER = 1;

interface Problem {
  status: number;
  detail: Part;
  retryAfter?: number;
}

/** SQLSTATE of a statement that took too long. */
const CANCELED = '57014';

/** Classes of SQLSTATE, and errors of the system (but for Node's own, ERR_…), by which a database is away, or too busy; so is one whose connection was lost without a code. */
const AWAY = /^(08|53|57|40|E(?!RR_))/;

/** A class of SQLSTATE: something is larger than what is looked up by an index may be. */
const TOO_LARGE = /^54/;

/** A class of SQLSTATE: a value cannot be what it is given as. */
const BAD_VALUE = /^22/;

function problemOfDatabase({ code }: DatabaseError): Problem | undefined {
  if (code === CANCELED)
    return {
      status: 503,
      detail: say('serverSlow'),
      retryAfter: RETRY_AFTER,
    };
  if (code === undefined || AWAY.test(code))
    return { status: 503, detail: say('databaseAway'), retryAfter: RETRY_AFTER };
  if (TOO_LARGE.test(code))
    return { status: 400, detail: 'An id, a country or an operator of the data is too long to be kept.' };
  if (BAD_VALUE.test(code)) return { status: 400, detail: 'A value of the question cannot be looked up.' };
  return undefined;
}

/** What went wrong, as far as it is told to those who ask; undefined where it is this server's own fault. */
function problemOf(error: Error): Problem | undefined {
  const { statusCode, validation } = error as Partial<FastifyError>;
  if (error instanceof ProblemError) return { status: error.statusCode, detail: error.message };
  if (error instanceof ListGoneError) return { status: 410, detail: error.message };
  if (error instanceof NothingToChangeError) return { status: 409, detail: error.message };
  if (error instanceof RefusedError || error instanceof UnreadableError || validation)
    return { status: 400, detail: error.message };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return { status: statusCode, detail: error.message };
  return error instanceof DatabaseError ? problemOfDatabase(error) : undefined;
}

/** Answers with what went wrong. */
export function sendProblem(reply: FastifyReply, error: Error, onOwnFault: (error: Error) => void): void {
  const problem = problemOf(error);
  if (!problem) onOwnFault(error);
  const { status, detail, retryAfter } = problem ?? { status: 500, detail: say('serverFailed') };
  const said = typeof detail === 'string' ? { detail } : { detail: detail.message, reason: detail.reason };
  if (retryAfter !== undefined) reply.header('Retry-After', retryAfter);
  reply
    .status(status)
    .header('Content-Type', 'application/problem+json')
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify({ title: STATUS_CODES[status], status, ...said }));
}
