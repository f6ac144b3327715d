import type { NetworkKind } from './networks.js';

/** What the command line asks for. */
export interface Settings {
  /** Locations. */
  sizes: number[];
  networks: NetworkKind[];
  /** How long the stream of changes runs. */
  seconds: number;
  /** Milliseconds for the samples of one action. */
  box: number;
  /** Fresh pages of each first picture. */
  rounds: number;
}

/** What is measured in one fresh page. Plain data. */
export interface Case {
  /** Who does it. */
  subject: string;
  network?: NetworkKind;
  locations?: number;
  /** Pixels; by default the runner's. */
  viewport?: { width: number; height: number };
  /** Fresh pages to repeat it in; default 1. */
  pages?: number;
  /** Milliseconds after which a page is given up; by default the runner's. */
  limit?: number;
}

/** What was measured, one sample or more. */
export interface Quantity {
  quantity: string;
  unit: 'ms' | 'MB' | '%' | 'count' | 'ms/frame';
  samples: number[];
}

/** One file a measurement. The runner asks for the cases, and runs each in a page of its own. */
export interface Measurement {
  title: string;
  /** What each subject's time includes, as the report says it. */
  includes: Record<string, string>;
  cases(settings: Settings): Case[];
  /** Yields each quantity as soon as it is measured: what came before the limit counts. */
  run(given: Case, settings: Settings): AsyncIterable<Quantity>;
}
