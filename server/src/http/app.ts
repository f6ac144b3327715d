import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';

import type { ServedNetwork } from '../answers/served-network.js';
import type { Database } from '../database/database.js';
import type { Ingest } from '../ingest/ingest.js';
import type { Authorize } from './access.js';
import { addDeliveries, readLines } from './deliveries.js';
import type { LiveStreams } from './live.js';
import { addMetrics } from './metrics.js';
import { ProblemError, sendProblem } from './problem.js';
import { addQuestions } from './questions.js';

/** Characters of an address at most: a filter may list many locations. */
const LONGEST_ADDRESS = 64 * 1024;

/** How long a request may take to come, in milliseconds: a large network on a slow line. */
const LONGEST_REQUEST = 10 * 60_000;

export interface AppOptions {
  database: Database;
  network: ServedNetwork;
  ingest: Ingest;
  streams: LiveStreams;
  /** Without it everybody may ask and send. */
  authorize?: Authorize;
  /** Origins whose pages may ask: none but the server's own without it. `*` is any. */
  origins?: readonly string[];
  /** Requests a minute of one address at most. */
  requestsPerMinute: number;
  onFailure: (error: Error) => void;
}

/** Answers differ by a header, beside those that they differ by already. */
function varyBy(reply: FastifyReply, name: string): void {
  const before = reply.getHeader('Vary');
  reply.header('Vary', before === undefined ? name : `${String(before)}, ${name}`);
}

/** The server's routes: the questions and deliveries below `/api`, `/health` and `/metrics`. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const {
    database,
    network,
    ingest,
    streams,
    authorize,
    origins = [],
    requestsPerMinute,
    onFailure,
  } = options;
  const app = Fastify({
    routerOptions: { maxParamLength: 100 },
    requestTimeout: LONGEST_REQUEST,
    http: { maxHeaderSize: LONGEST_ADDRESS },
    // What a question does not know is refused, not left out.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array' } },
    forceCloseConnections: 'idle',
  });
  // Any page may send it without being asked whether it may; and what it holds would be one text, which is no data.
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error: Error, _, reply) => sendProblem(reply, error, onFailure));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      reply,
      new ProblemError(404, `${request.method} of this path is not answered here.`),
      onFailure,
    ),
  );
  app.addContentTypeParser(
    'application/x-ndjson',
    { parseAs: 'string' },
    async (_: unknown, body: string | Buffer) => readLines(String(body)),
  );
  await app.register(cors, {
    origin: origins.includes('*') ? true : [...origins],
    methods: ['GET', 'HEAD'],
    exposedHeaders: ['ETag', 'Date', 'Age', 'Retry-After'],
    maxAge: 86_400,
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_, { after }) =>
      new ProblemError(429, `More requests came than are answered; expected the next one after ${after}.`),
  });
  addMetrics(app, streams);
  app.get('/health', { config: { rateLimit: false } }, async (_, reply) => {
    if (!(await database.isWell()))
      throw new ProblemError(503, 'The database does not answer at the moment.');
    return reply.header('Cache-Control', 'no-store').send({ status: 'ok' });
  });
  await app.register(
    async api => {
      if (authorize) api.addHook('onRequest', async (_, reply) => varyBy(reply, 'Authorization'));
      addQuestions(api, network, streams, authorize);
      addDeliveries(api, ingest, authorize);
    },
    { prefix: '/api' },
  );
  return app;
}
