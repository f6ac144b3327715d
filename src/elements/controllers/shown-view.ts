import type { LitElement } from 'lit';

import type { MapItem } from '../../model/questions.js';
import type { Scope } from '../../model/records.js';
import type { DataProvider, DataState } from '../../provider/data-provider.js';
import type { MapSnapshot } from '../../render/map/map-snapshot.js';
import type { StatusShares } from '../../render/pie/pie.js';

/** What a map shows beside its statuses. */
interface ShownMap {
  /** What draws it; not by its class, as that brings the types of MapLibre into every host. */
  view: { snapshot(): Promise<MapSnapshot> };
  items: readonly MapItem[];
}

/** What a view shows, to be saved or copied. */
export interface ShownView {
  shares: StatusShares;
  hasPie: boolean;
  map?: ShownMap;
  data: { provider?: DataProvider; state: DataState; scope?: Scope };
}

/** By it a panel asks a view what it shows, be that of another copy of the library; nothing where it has no data. */
export const SHOWN = Symbol.for('ev-widgets.shown');

export interface SavableView extends LitElement {
  [SHOWN](): ShownView | undefined;
}
