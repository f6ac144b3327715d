import { load } from '../../shared/server-modules.mjs';

const fail = error => console.error(`ev-widgets-server: ${error.message}`);

/**
 * Starts ev-widgets-server, empty, on a free port of this machine.
 * @param {string} [url] of a PostgreSQL server; without it an embedded one answers
 * @returns {Promise<{origin: string, follow(feed: string, format: string, live?: string): Promise<void>, close(): Promise<void>}>} `follow` has it read a
 *   feed, and resolves when that is loaded
 */
export async function startAnsweringServer(url) {
  const { startServer } = await load('server');
  const { FeedFollower } = await load('ingest/feed');
  const { openPglite } = await load('database/pglite');
  const { openPostgres } = await load('database/postgres');
  const database = url === undefined ? await openPglite() : await openPostgres(url, 'ev_widgets_portal');
  const server = await startServer({ database, onFailure: fail });
  let follower;
  return {
    origin: server.origin,
    follow(feed, format, live) {
      follower = new FeedFollower(server.ingest, { feed, format, live }, fail);
      return follower.start();
    },
    async close() {
      await follower?.stop();
      await server.close();
    },
  };
}
