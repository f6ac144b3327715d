import { readColumns } from '../../model/columns/layout.js';
import type { NetworkColumns } from '../../model/columns/layout.js';
import { fetchBytes } from './fetch-json.js';

/**
 * Fetches a network's columns.
 * @throws Error where the server refuses, or answers what are not columns
 */
export async function fetchColumns(url: string, signal: AbortSignal): Promise<NetworkColumns> {
  const bytes = await fetchBytes(url, signal);
  try {
    return readColumns(bytes);
  } catch (error) {
    throw new Error(`GET ${url}: ${(error as Error).message}`, { cause: error });
  }
}
