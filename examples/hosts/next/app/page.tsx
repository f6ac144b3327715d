'use client';

import { EvOverview } from 'ev-widgets/react';
import { useRouter } from 'next/navigation';

export default function OverviewPage() {
  const router = useRouter();
  return (
    <EvOverview
      center="-35,-8"
      zoom={4}
      locationHref="/locations/{id}"
      stationHref="/stations/{id}"
      onDrillDown={event => {
        // This portal has a page of its own for the stations behind a figure.
        event.preventDefault();
        router.push(`/list?filter=${encodeURIComponent(JSON.stringify(event.detail.filter))}`);
      }}
      onNavigate={event => {
        event.preventDefault();
        router.push(event.detail.href);
      }}
    />
  );
}
