import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

import { Data } from './data';

export const metadata: Metadata = {
  title: 'A portal',
  icons: 'data:,',
  other: { 'color-scheme': 'light dark' },
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Overview</Link>
        </nav>
        <Data>{children}</Data>
      </body>
    </html>
  );
}
