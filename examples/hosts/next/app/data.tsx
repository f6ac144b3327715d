'use client';

import { localProvider } from 'ev-widgets';
import { EvDataProvider } from 'ev-widgets/react';
import type { ReactNode } from 'react';

import { network } from './network';

const provider = localProvider({ load: async () => network });

/** What every page shows its stations from: it stays while the reader goes from page to page. */
export function Data({ children }: { children: ReactNode }) {
  return <EvDataProvider provider={provider}>{children}</EvDataProvider>;
}
