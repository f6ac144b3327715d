/** A colour on a light ground and on a dark one. */
export interface SchemedColor {
  light: string;
  dark: string;
}

// Apart for every kind of colour vision, in grey too, and 3:1 on the ground: test/render/shared/status-look.test.ts. White is readable on most of the light ones.
export const GREEN: SchemedColor = { light: '#00865a', dark: '#0aba7f' };
export const BLUE: SchemedColor = { light: '#002b87', dark: '#1365c7' };
export const RED: SchemedColor = { light: '#b02d06', dark: '#e95630' };
export const GREY: SchemedColor = { light: '#8c929e', dark: '#bcc5d0' };

// In the order of their hues, from light to dark; none is grey, which stands for unknown.
/** From heard just now to long silent; the last is `older`. */
const AGES: readonly SchemedColor[] = [
  { light: '#35a657', dark: '#6deba7' },
  { light: '#6b76c9', dark: '#abb4fa' },
  { light: '#6118ff', dark: '#8467ff' },
  { light: '#79336f', dark: '#b25384' },
  { light: '#870000', dark: '#cf0202' },
];

/**
 * The colour of an age: of the default ones where those are enough, else mixed from the two around it.
 * @param age 0 for the least, 1 for the last
 * @param count how many colours are asked for
 */
export function colorOfAge(age: number, count: number): SchemedColor {
  const last = AGES.length - 1;
  const place = age * last;
  if (count <= AGES.length) return AGES[Math.round(place)]!;
  const before = Math.min(last - 1, Math.floor(place));
  const share = Math.round((place - before) * 100);
  const mixed = (scheme: keyof SchemedColor) =>
    `color-mix(in oklab, ${AGES[before]![scheme]}, ${AGES[before + 1]![scheme]} ${share}%)`;
  return { light: mixed('light'), dark: mixed('dark') };
}

/** White where that is as readable as text has to be (4.5:1) on a colour, else black, which then is: of the luminance, `y`, alone. */
export function readableOn(color: string): string {
  const upTo = (most: number) => `clamp(0, (0.183 - y) * 100000, ${most})`;
  return `color(from ${color} xyz-d65 ${upTo(0.9505)} ${upTo(1)} ${upTo(1.089)} / 1)`;
}
