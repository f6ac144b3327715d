'use client';

import type { StationFilter } from 'ev-widgets';
import { EvStationList } from 'ev-widgets/react';
import { useRouter } from 'next/navigation';

export function List({ filter }: { filter: StationFilter }) {
  const router = useRouter();
  return (
    <EvStationList
      filter={filter}
      stationHref="/stations/{id}"
      onNavigate={event => {
        event.preventDefault();
        router.push(event.detail.href);
      }}
    />
  );
}
