import type { NetworkSnapshot } from 'ev-widgets';

const aMinuteAgo = Date.now() - 60_000;

/** What a back end of yours answers; docs/data.md describes it. */
export const network: NetworkSnapshot = {
  locations: [
    {
      id: 'recife',
      name: 'Recife',
      latitude: -8,
      longitude: -35,
      stations: [
        {
          id: 'CS-1',
          connection: 'online',
          lastMessageAt: aMinuteAgo,
          status: 'Available',
          evses: [{ id: '1', status: 'Charging' }],
        },
        { id: 'CS-2', connection: 'offline', status: 'Available', evses: [{ id: '1', status: 'Faulted' }] },
      ],
    },
    {
      id: 'salvador',
      name: 'Salvador',
      latitude: -12.9,
      longitude: -38.4,
      stations: [
        {
          id: 'CS-3',
          connection: 'online',
          lastMessageAt: aMinuteAgo,
          status: 'Available',
          evses: [{ id: '1', status: 'Available' }],
        },
      ],
    },
  ],
};
