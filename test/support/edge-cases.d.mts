import type { NetworkSnapshot } from '../../src/model/types.js';

export function edgeCaseNetwork(csv: string): NetworkSnapshot;
