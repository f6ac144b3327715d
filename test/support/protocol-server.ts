import type { ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';

import { tileAt } from '../../src/model/map-tiles.js';
import type { MapTile } from '../../src/model/map-tiles.js';
import { fromMercator } from '../../src/model/mercator.js';
import type { BoundingBox, Facet, MapDimension } from '../../src/model/questions.js';
import type { Dimension } from '../../src/model/records.js';
import type { DataProvider } from '../../src/provider/data-provider.js';
import { localServer } from './local-server.js';
import type { LocalServer } from './local-server.js';

/** An answer other than the protocol's. Returns whether it was given. */
export type Fault = (path: string, response: ServerResponse) => boolean;

/** A server of docs/protocol.md. */
export interface ProtocolServer extends LocalServer {
  base: string;
  /** How often it answered that nothing has changed. */
  readonly unchanged: number;
  /** The streams that are open. */
  readonly streams: ReadonlySet<ServerResponse>;
  /** Headers of the requests, in their order. */
  readonly headers: readonly Record<string, string | string[] | undefined>[];
}

function problem(response: ServerResponse, status: number, detail: string): void {
  response
    .writeHead(status, { 'Content-Type': 'application/problem+json' })
    .end(JSON.stringify({ title: 'Refused', status, detail }));
}

/** The box of a tile, in degrees. */
function boxOfTile({ z, x, y }: MapTile): BoundingBox {
  const across = 2 ** z;
  const [, north] = fromMercator({ x: 0, y: y / across });
  const [, south] = fromMercator({ x: 0, y: (y + 1) / across });
  return [(x / across - 0.5) * 360, south, ((x + 1) / across - 0.5) * 360, north];
}

/** Serves what a provider answers, and tells whenever that may be another, by docs/protocol.md, with nothing that a real server needs beside. */
export async function protocolServer(
  provider: DataProvider,
  fault: Fault = () => false,
): Promise<ProtocolServer> {
  const streams = new Set<ServerResponse>();
  const headers: Record<string, string | string[] | undefined>[] = [];
  let version = 1;
  let unchanged = 0;
  // The first question loads what the state then tells.
  await provider.counts('connection');
  const state = () => {
    const { asOf, leftOut, firstLeftOut, problems, late, lastMessageIs } = provider.state;
    return JSON.stringify({
      version: String(version),
      now: provider.now!(),
      ...{ asOf, leftOut, firstLeftOut, problems, late, lastMessageIs },
    });
  };
  const ask = async (path: string, query: URLSearchParams): Promise<unknown> => {
    const given = (name: string) => {
      const text = query.get(name);
      return text === null ? undefined : (JSON.parse(text) as never);
    };
    const options = { scope: given('scope') };
    const [question, about, zoom, z, x, y] = path.split('/').map(decodeURIComponent);
    switch (question) {
      case 'counts':
        return provider.counts(about as Dimension, { ...options, includeOffline: given('includeOffline') });
      case 'map': {
        const tile = { z: Number(z), x: Number(x), y: Number(y) };
        const view = { dimension: about as MapDimension, bbox: boxOfTile(tile), zoom: Number(zoom) };
        const items = await provider.mapItems(view, options);
        return items.filter(({ longitude, latitude }) => {
          const at = tileAt(tile.z, longitude, latitude);
          return at.x === tile.x && at.y === tile.y;
        });
      }
      case 'location':
        return provider.location(query.get('id') ?? '', options);
      case 'stations':
        return provider.stations(
          {
            filter: given('filter') ?? {},
            search: query.get('search') ?? undefined,
            sort: given('sort'),
            cursor: query.get('cursor') ?? undefined,
            limit: given('limit'),
          },
          options,
        );
      case 'bounds':
        return (await provider.bounds!(options)) ?? null;
      case 'trend':
        return provider.trend!(about as Dimension, { ...options, from: given('from') });
      case 'facets':
        return provider.facets!(about as Facet, options);
      default:
        return undefined;
    }
  };
  const server = await localServer((request, response) => {
    headers.push(request.headers);
    const url = new URL(request.url!, 'http://localhost');
    const path = url.pathname.replace('/api/', '');
    if (fault(path, response)) return;
    if (path === 'state') {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(state());
    } else if (path === 'changes') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(`data: ${state()}\n\n`);
      streams.add(response);
      response.on('close', () => streams.delete(response));
    } else {
      ask(path, url.searchParams).then(
        answer => {
          if (answer === undefined) return problem(response, 404, 'There is none.');
          const body = JSON.stringify(answer);
          const tag = `"${createHash('sha1').update(body).digest('base64url')}"`;
          if (request.headers['if-none-match'] === tag) {
            unchanged++;
            response.writeHead(304, { ETag: tag }).end();
          } else {
            response.writeHead(200, { 'Content-Type': 'application/json', ETag: tag }).end(body);
          }
        },
        (error: unknown) => {
          problem(response, error instanceof RangeError ? 400 : 500, (error as Error).message);
        },
      );
    }
  });
  const stop = provider.subscribe(() => {
    version++;
    for (const stream of streams) stream.write(`data: ${state()}\n\n`);
  });
  return {
    ...server,
    base: `${server.origin}/api/`,
    streams,
    headers,
    get unchanged() {
      return unchanged;
    },
    close() {
      stop();
      return server.close();
    },
  };
}
