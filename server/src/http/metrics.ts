import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

import type { LiveStreams } from './live.js';

/** Upper bounds of how long answers take, in seconds. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** Measures, for Prometheus, at `/metrics`. */
export function addMetrics(app: FastifyInstance, streams: LiveStreams): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const answers = new Histogram({
    name: 'ev_widgets_answer_seconds',
    help: 'How long answers took, by route and status.',
    labelNames: ['route', 'status'],
    buckets: BUCKETS,
    registers: [register],
  });
  new Gauge({
    name: 'ev_widgets_streams',
    help: 'Pages that follow the stream of changes.',
    registers: [register],
    collect() {
      this.set(streams.size);
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    answers.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', { config: { rateLimit: false } }, async (_, reply) =>
    reply.header('Content-Type', register.contentType).send(await register.metrics()),
  );
}
