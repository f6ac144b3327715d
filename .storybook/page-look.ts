import { BRANDS } from '../stories/brands/brands.js';
import { emulate } from './emulated-media.js';

/** What a reader chooses in the toolbar. */
export interface PageLook {
  scheme: string;
  brand: string;
  density: string;
  lang: string;
  dir: string;
  forcedColors: string;
  motion: string;
}

const toolbar = (description: string, icon: string, items: Readonly<Record<string, string>>) => ({
  description,
  toolbar: {
    icon,
    items: Object.entries(items).map(([value, title]) => ({ value, title })),
    dynamicTitle: true,
  },
});

/** Storybook's menus, by the fields of `PageLook`. */
export const TOOLBARS = {
  scheme: toolbar('Light or dark', 'contrast', {
    light: 'Light',
    dark: 'Dark',
    'light dark': 'As the system',
  }),
  brand: toolbar('Brand', 'paintbrush', {
    '': 'No brand',
    'night-shift': 'Night shift',
    daylight: 'Daylight',
    'high-contrast': 'High contrast',
  }),
  density: toolbar('Density', 'ruler', { '': 'Own density', dense: 'Dense', roomy: 'Roomy' }),
  lang: toolbar('Language', 'globe', {
    en: 'English',
    nl: 'Nederlands',
    de: 'Deutsch',
    fr: 'Français',
    es: 'Español',
    it: 'Italiano',
    pl: 'Polski',
    nb: 'Norsk bokmål',
    ar: 'العربية',
    he: 'עברית',
  }),
  dir: toolbar('Direction', 'transfer', {
    '': 'As the language',
    ltr: 'Left to right',
    rtl: 'Right to left',
  }),
  forcedColors: toolbar('Forced colours', 'accessibility', { '': 'Own colours', active: 'Forced colours' }),
  motion: toolbar('Motion', 'play', { '': 'Full motion', reduced: 'Reduced motion' }),
};

/** What a host sets on its page: the size of text, and the space between parts. It wins over what a brand sets. */
const DENSITIES: Readonly<Record<string, string>> = {
  dense: 'font-size: 87.5%; --ev-gap: 6px;',
  roomy: 'font-size: 112.5%; --ev-gap: 20px;',
};

const sheet = new CSSStyleSheet();

/** Has the page be as a host's with this look. */
export function dress({ scheme, brand, density, lang, dir, forcedColors, motion }: PageLook): void {
  const { documentElement: page } = document;
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  sheet.replaceSync(`
    html { background: light-dark(#eef1f4, #0b0e11); color-scheme: ${scheme}; }
    :root:root { ${DENSITIES[density] ?? ''} }`);
  for (const each of BRANDS) page.classList.toggle(each, each === brand);
  page.lang = lang;
  if (dir) page.dir = dir;
  else page.removeAttribute('dir');
  emulate('forced-colors', forcedColors === 'active');
  emulate('reduced-motion', motion === 'reduced');
}
