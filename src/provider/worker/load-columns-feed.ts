import { loadColumns } from '../../engine/load-columns.js';
import type { LoadFeed } from '../sources/feed.js';
import { fetchColumns } from '../sources/fetch-columns.js';

/** Loads feeds of columns, each as a whole. */
export const loadColumnsFeed: LoadFeed = async (engine, url, now, signal) => {
  const columns = await fetchColumns(url, signal);
  const asOf = Number.isNaN(columns.asOf) ? undefined : columns.asOf;
  await engine.begin(asOf ?? now, []);
  loadColumns(engine.started, columns);
  return asOf;
};
