/** Looks of three made hosts, each a file of CSS properties and parts that a host can copy. */
const SHEETS = {
  'night-shift': new URL('./night-shift.css', import.meta.url),
  daylight: new URL('./daylight.css', import.meta.url),
  'high-contrast': new URL('./high-contrast.css', import.meta.url),
};

/** The class that a page, or a part of it, has the look by. */
export type Brand = keyof typeof SHEETS;

export const BRANDS = Object.keys(SHEETS) as Brand[];

let loaded: Promise<unknown> | undefined;

function load({ href }: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${href} could not be loaded.`)));
    document.head.append(link);
  });
}

/** Puts the brands' styles on the page, once; they show where a brand's class is. */
export async function brandsLoaded(): Promise<void> {
  loaded ??= Promise.all(Object.values(SHEETS).map(load));
  await loaded;
}
