import type { NetworkSnapshot } from '../../src/model/records.js';

export function edgeCaseNetwork(csv: string): NetworkSnapshot;
