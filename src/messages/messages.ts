import type { enListsAndMaps } from './en-lists-and-maps.js';
import type { enViews } from './en-views.js';

/** All texts of one language, by what they say: those that English has. A catalogue that misses one does not compile. */
export type Messages = typeof enViews & typeof enListsAndMaps;
