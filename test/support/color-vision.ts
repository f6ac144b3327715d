import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
} from 'culori';
import type { Rgb } from 'culori';

/** How colours are seen by each kind of colour vision. */
export const VISIONS: Readonly<Record<string, (color: Rgb) => Rgb>> = {
  'normal vision': color => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};

/** By CIEDE2000: about 2 can be just told apart. */
export const difference = differenceCiede2000();
