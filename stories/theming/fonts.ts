/** The font that the elements have by themselves, of the machine: nothing is fetched for it. */
export const SYSTEM_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

export const MONOSPACED = 'ui-monospace, monospace';

/** What a reader of the playground chooses from. */
export const FONTS = [
  ['Of the system', SYSTEM_FONT],
  ['Serif', 'Georgia, serif'],
  ['Narrow', "'Arial Narrow', 'Liberation Sans Narrow', sans-serif"],
  ['Rounded', "'Trebuchet MS', 'DejaVu Sans', sans-serif"],
  ['Monospaced', MONOSPACED],
] as const;
