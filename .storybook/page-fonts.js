import { MONOSPACED, SYSTEM_FONT } from '../stories/theming/fonts.ts';

/** Fonts of the machine: nothing is fetched for the frame and the pages either. */
export const PAGE_FONTS = { fontBase: SYSTEM_FONT, fontCode: MONOSPACED };
