import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { networkFromOcpi } from '../../../src/model/ocpi/network-from-ocpi.js';
import { isFields, shown } from '../../../src/model/fields.js';
import { ocppChange } from '../../../src/model/ocpp/ocpp-change.js';
import type { OcppVersion } from '../../../src/model/ocpp/ocpp-change.js';
import type { Instant, NetworkChange, NetworkSnapshot } from '../../../src/model/records.js';
import { UnreadableError } from '../../../src/model/unreadable-error.js';
import type { Ingest } from '../ingest/ingest.js';
import type { LoadOptions, NetworkLoad } from '../ingest/network-load.js';
import { RefusedError } from '../refused-error.js';
import { grantOf } from './access.js';
import type { Authorize } from './access.js';
import { ProblemError } from './problem.js';

/** Bytes of a body at most: of a whole network, and of changes. */
const LARGEST_NETWORK = 500_000_000;
const LARGEST_CHANGES = 16_000_000;

/** Changes of one body: one, a list, or one a line. */
function changesIn(body: unknown): NetworkChange[] {
  return (Array.isArray(body) ? body : [body]) as NetworkChange[];
}

/** The change that an OCPP message makes: `{ station, action, payload, version, at? }`. */
function changeOf(message: unknown, index: number): NetworkChange {
  if (!isFields(message))
    throw new RefusedError(
      `[${index}] is ${shown(message)}; expected { station, action, payload, version, at }.`,
    );
  const { station, action, payload, version, at = Date.now() } = message;
  try {
    return ocppChange(station as string, action as string, payload, {
      version: version as OcppVersion,
      at: at as Instant,
    });
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new RefusedError(`[${index}]: ${error.message}`, { cause: error });
  }
}

/** Takes data: whole networks, changes, and OCPP messages. Answers 204 once it is kept. */
export function addDeliveries(app: FastifyInstance, ingest: Ingest, authorize?: Authorize): void {
  const writable = async (request: FastifyRequest) => {
    const { canWrite } = await grantOf(request, authorize);
    if (!canWrite) throw new ProblemError(403, 'This token may not send data.');
  };
  const deliver = (path: string, bodyLimit: number, take: (body: unknown) => Promise<void>) => {
    app.post(path, { bodyLimit, onRequest: writable }, async (request, reply) => {
      await take(request.body);
      return reply.status(204).send();
    });
  };
  /** A whole network: what it says may be as old as the request, however long that takes to come. */
  const deliverNetwork = (path: string, read: (body: unknown) => [NetworkSnapshot, LoadOptions?]) => {
    const loads = new WeakMap<FastifyRequest, NetworkLoad>();
    const begin = async (request: FastifyRequest, reply: FastifyReply) => {
      const load = ingest.beginLoad();
      loads.set(request, load);
      reply.raw.once('close', () => load.giveUp());
    };
    app.post(path, { bodyLimit: LARGEST_NETWORK, onRequest: [writable, begin] }, async (request, reply) => {
      await loads.get(request)!.take(...read(request.body));
      return reply.status(204).send();
    });
  };
  deliverNetwork('/snapshot', body => [body as NetworkSnapshot]);
  deliverNetwork('/ocpi', body => {
    const { snapshot, problems } = networkFromOcpi(body, { asOf: Date.now() });
    return [{ ...snapshot, problems } as NetworkSnapshot, { lastMessageIs: 'update' }];
  });
  deliver('/changes', LARGEST_CHANGES, body => ingest.changes(changesIn(body)));
  deliver('/ocpp', LARGEST_CHANGES, body => {
    const messages = Array.isArray(body) ? (body as unknown[]) : [body];
    return ingest.changes(messages.map(changeOf));
  });
}

/** Reads a body of JSON documents, one a line (application/x-ndjson). */
export function readLines(text: string): unknown[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch (error) {
      throw new ProblemError(400, `Line ${index + 1} is no JSON: ${(error as Error).message}`);
    }
  });
}
