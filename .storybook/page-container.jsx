import { DocsContainer } from '@storybook/addon-docs/blocks';
import { useEffect, useState } from 'react';
import { GLOBALS_UPDATED } from 'storybook/internal/core-events';
import { create } from 'storybook/theming';

import { PAGE_FONTS } from './page-fonts.js';
import { dress } from './page-look.js';

const THEMES = {
  light: create({ base: 'light', ...PAGE_FONTS }),
  dark: create({ base: 'dark', ...PAGE_FONTS }),
};

function schemeOf({ scheme }) {
  if (scheme === 'light' || scheme === 'dark') return scheme;
  return globalThis.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Pages in the scheme, the language and the brand that the toolbar says, those without a story too. */
export function PageContainer({ children, context }) {
  const [globals, setGlobals] = useState(context.store.userGlobals.globals);
  useEffect(() => {
    const update = ({ globals: now }) => setGlobals(now);
    context.channel.on(GLOBALS_UPDATED, update);
    return () => context.channel.off(GLOBALS_UPDATED, update);
  }, [context]);
  useEffect(() => dress(globals), [globals]);
  return (
    <DocsContainer context={context} theme={THEMES[schemeOf(globals)]}>
      {children}
    </DocsContainer>
  );
}
