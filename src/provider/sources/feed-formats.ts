import type { FormatModule } from './load-feed.js';

/**
 * The formats of feeds, each by the module that reads it: a NetworkSnapshot, OCPI Locations, or columns (docs/columns.md). The build makes
 * a worker for every `<format>-format.ts` in this folder, which carries no reader but its own.
 */
export const FEED_FORMATS = {
  network: () => import('./network-format.js'),
  ocpi: () => import('./ocpi-format.js'),
  columns: () => import('./columns-format.js'),
} satisfies Record<string, () => Promise<FormatModule>>;

/** What a URL answers with. */
export type FeedFormat = keyof typeof FEED_FORMATS;
