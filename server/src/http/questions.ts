import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { isFields } from '../../../src/model/fields.js';
import type { Facet, MapDimension, StationQuery } from '../../../src/model/questions.js';
import type { Dimension, Scope } from '../../../src/model/records.js';
import { intersection } from '../../../src/model/scope.js';
import type { ServedNetwork } from '../answers/served-network.js';
import { grantOf } from './access.js';
import type { Authorize } from './access.js';
import type { LiveStreams } from './live.js';
import { ProblemError } from './problem.js';
import { JSON_PARTS, SCHEMAS } from './schemas.js';
import { answerOf, SharedAnswers } from './shared-answers.js';
import type { Answer } from './shared-answers.js';

/** Streams that are open at most. */
const MOST_STREAMS = 10_000;

interface Asked {
  params: { dimension: Dimension; facet: Facet; zoom: number; z: number; x: number; y: number };
  query: StationQuery & { scope?: Scope; id: string; includeOffline?: boolean; from?: number };
}

/** Reads the parts of a query that are JSON. */
function readJsonParts(request: FastifyRequest): void {
  const query = request.query as Record<string, unknown>;
  for (const part of JSON_PARTS) {
    const text = query[part];
    if (text === undefined) continue;
    try {
      query[part] = JSON.parse(String(text));
    } catch (error) {
      throw new ProblemError(400, `${part} is no JSON: ${(error as Error).message}`);
    }
    if (!isFields(query[part])) throw new ProblemError(400, `${part} is no JSON object.`);
  }
}

/** Answers JSON with a tag of what it says; 304 where who asks has it already. */
function send(request: FastifyRequest, reply: FastifyReply, { body, tag }: Answer): FastifyReply {
  reply.header('ETag', tag).header('Cache-Control', 'no-cache');
  const known = request.headers['if-none-match']?.split(',').map(each => each.trim().replace(/^W\//, ''));
  if (known?.includes(tag) || known?.includes('*')) return reply.status(304).send();
  return reply.header('Content-Type', 'application/json; charset=utf-8').send(body);
}

/** The questions of docs/protocol.md. */
export function addQuestions(
  app: FastifyInstance,
  network: ServedNetwork,
  streams: LiveStreams,
  authorize?: Authorize,
): void {
  const shared = new SharedAnswers();
  const answerAt = (
    path: string,
    schema: object,
    answer: (request: FastifyRequest, asked: Asked, scope: Scope | undefined) => Promise<Answer>,
  ) => {
    app.get(
      path,
      { schema, preValidation: async request => readJsonParts(request) },
      async (request, reply) => {
        const { scope } = await grantOf(request, authorize);
        const asked = request as unknown as Asked;
        return send(request, reply, await answer(request, asked, intersection(scope, asked.query.scope)));
      },
    );
  };
  type AnswerTo = (asked: Asked, scope: Scope | undefined) => Promise<unknown>;
  const ask = (path: string, schema: object, answer: AnswerTo) =>
    answerAt(path, schema, async (_, asked, scope) => answerOf(await answer(asked, scope)));
  /** A question whose answer nothing makes another but a change of the network. */
  const askOfNetwork = (path: string, schema: object, answer: AnswerTo) =>
    answerAt(path, schema, async ({ url }, asked, scope) => {
      const make = () => answer(asked, scope);
      const version = await network.version();
      if (version === undefined) return answerOf(await make());
      // What else an address says, such as whose page it is, changes no answer.
      const key = JSON.stringify([url.split('?')[0], asked.query.includeOffline, scope]);
      return shared.answer(version, key, make);
    });
  askOfNetwork('/counts/:dimension', SCHEMAS.counts, ({ params, query }, scope) =>
    network.counts(params.dimension, { scope, includeOffline: query.includeOffline }),
  );
  askOfNetwork('/map/:dimension/:zoom/:z/:x/:y', SCHEMAS.map, ({ params }, scope) => {
    const { dimension, zoom, z, x, y } = params;
    if (z > zoom) throw new ProblemError(400, `z is ${z}; expected no more than the zoom, ${zoom}.`);
    if (x >= 2 ** z || y >= 2 ** z)
      throw new ProblemError(400, `x/y is ${x}/${y}; expected 0 to ${2 ** z - 1} at level ${z}.`);
    return network.mapItems({ dimension: dimension as MapDimension, zoom, tile: { z, x, y }, scope });
  });
  ask('/location', SCHEMAS.location, async ({ query }, scope) => {
    const location = await network.location(query.id, scope);
    if (!location) throw new ProblemError(404, 'There is no such location.');
    return location;
  });
  ask('/stations', SCHEMAS.stations, ({ query }, scope) =>
    network.stations({ ...query, filter: query.filter ?? {} }, scope),
  );
  askOfNetwork('/bounds', SCHEMAS.bounds, async (_, scope) => (await network.bounds(scope)) ?? null);
  ask('/trend/:dimension', SCHEMAS.trend, ({ params, query }, scope) =>
    network.trend(params.dimension, { scope, from: query.from }),
  );
  askOfNetwork('/facets/:facet', SCHEMAS.facets, ({ params }, scope) => network.facets(params.facet, scope));

  app.get('/state', async (request, reply) => {
    const { scope } = await grantOf(request, authorize);
    return reply.header('Cache-Control', 'no-store').send(await network.state(scope));
  });
  // To HEAD, a stream without end would answer nothing, without end.
  app.get('/changes', { exposeHeadRoute: false }, async (request, reply) => {
    const { scope } = await grantOf(request, authorize);
    // What cannot be answered is told as a problem, before the stream begins.
    await network.state(scope);
    if (streams.size >= MOST_STREAMS)
      throw new ProblemError(503, 'As many streams are open as this server has.');
    const headers = Object.fromEntries(
      Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
    );
    reply.hijack();
    await streams.open(reply.raw, headers, scope);
  });
}
