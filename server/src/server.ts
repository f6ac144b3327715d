import { ServedNetwork } from './answers/served-network.js';
import type { Database } from './database/database.js';
import { migrate } from './database/schema.js';
import { createApp } from './http/app.js';
import type { AppOptions } from './http/app.js';
import { LiveStreams } from './http/live.js';
import { Clockwork } from './ingest/clockwork.js';
import { Ingest } from './ingest/ingest.js';
import { CHANNEL } from './ingest/network-row.js';
import { PartWatch } from './ingest/part-watch.js';

/** Requests a minute of one address at most: a wall of screens behind one address asks a few hundred. */
const REQUESTS_PER_MINUTE = 6000;

/** How long what was asked may take to be answered when a server stops, in milliseconds. */
const LONGEST_GOODBYE = 10_000;

/** How a server is run. */
export interface ServerOptions extends Partial<
  Pick<AppOptions, 'authorize' | 'origins' | 'requestsPerMinute' | 'onFailure'>
> {
  /** Open; it is closed with the server. */
  database: Database;
}

/** A server that runs. */
export interface RunningServer {
  /** `http://…`, without a path. */
  origin: string;
  ingest: Ingest;
  /** Ends all streams, answers what was asked, and closes the database. */
  close(): Promise<void>;
}

/**
 * Starts a server over a database, whose schema it brings up to date.
 * @throws where that schema cannot be had, or it cannot listen; the database is closed then
 */
export async function startServer(
  options: ServerOptions,
  { port = 0, host = '127.0.0.1' }: { port?: number; host?: string } = {},
): Promise<RunningServer> {
  const { database, authorize, origins, requestsPerMinute = REQUESTS_PER_MINUTE } = options;
  const onFailure =
    options.onFailure ?? ((error: Error) => console.error(`ev-widgets-server: ${error.message}`));
  await migrate(database).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const ingest = new Ingest(database);
  const network = new ServedNetwork(database);
  const streams = new LiveStreams(scope => network.state(scope), onFailure);
  const app = await createApp({
    ...{ database, network, ingest, streams, authorize, origins },
    ...{ requestsPerMinute, onFailure },
  });
  await database.listen(
    CHANNEL,
    () => {
      network.outdate();
      streams.changed();
    },
    error => {
      onFailure(error);
      streams.interrupt();
    },
  );
  const clockwork = new Clockwork(ingest, onFailure);
  const parts = await PartWatch.start(database, onFailure);
  const close = async () => {
    streams.close();
    await clockwork.stop();
    await parts?.stop();
    const patience = setTimeout(() => app.server.closeAllConnections(), LONGEST_GOODBYE);
    await app.close();
    clearTimeout(patience);
    await database.close();
  };
  try {
    return { origin: await app.listen({ port, host }), ingest, close };
  } catch (error) {
    await close();
    throw error;
  }
}
