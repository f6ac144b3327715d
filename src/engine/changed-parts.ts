import type { Hearing } from './hearing.js';
import type { News } from './news.js';
import type { Stations } from './stations.js';
import type { RecordReader } from './store/record-reader.js';
import type { Store } from './store/store.js';
import type { Troubles } from './troubles.js';

/** The parts of a network that a change writes to. */
export interface ChangedParts {
  store: Store;
  /** Reads the records of changes. */
  reader: RecordReader;
  stations: Stations;
  troubles: Troubles;
  news: News;
  hearing: Hearing;
}
