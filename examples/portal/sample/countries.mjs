/**
 * Where the sample network stands: ISO 3166 country, how many stations, and the language of its street names. Weighted as
 * a CPO would be that began in the Netherlands: 25,000 in all.
 * @type {readonly (readonly [country: string, stations: number, language: string])[]}
 */
export const COUNTRIES = [
  ['NL', 6200, 'nl'],
  ['DE', 4200, 'de'],
  ['GB', 2400, 'en'],
  ['FR', 2100, 'fr'],
  ['BE', 1900, 'nl'],
  ['NO', 950, 'no'],
  ['SE', 900, 'sv'],
  ['DK', 800, 'da'],
  ['FI', 400, 'fi'],
  ['IS', 40, 'en'],
  ['AT', 450, 'de'],
  ['CH', 400, 'de'],
  ['LU', 120, 'fr'],
  ['IE', 200, 'en'],
  ['ES', 500, 'es'],
  ['PT', 250, 'pt'],
  ['IT', 500, 'it'],
  ['PL', 250, 'pl'],
  ['CZ', 150, 'cs'],
  ['GR', 80, 'el'],
  ['TR', 80, 'tr'],
  ['IL', 60, 'he'],
  ['AE', 60, 'ar'],
  ['MA', 30, 'fr'],
  ['ZA', 60, 'en'],
  ['KE', 20, 'en'],
  ['US', 750, 'en'],
  ['CA', 180, 'en'],
  ['MX', 60, 'es'],
  ['BR', 120, 'pt'],
  ['CL', 50, 'es'],
  ['AR', 30, 'es'],
  ['JP', 180, 'ja'],
  ['KR', 100, 'ko'],
  ['CN', 100, 'zh'],
  ['IN', 80, 'hi'],
  ['TH', 40, 'th'],
  ['SG', 20, 'en'],
  ['AU', 150, 'en'],
  ['NZ', 40, 'en'],
];

/** Regions that speak another language than most of their country, by country and GeoNames region. */
const LANGUAGE_OF_REGION = {
  'BE.WAL': 'fr',
  'CA.10': 'fr',
  'CH.GE': 'fr',
  'CH.VD': 'fr',
  'CH.NE': 'fr',
  'CH.TI': 'it',
};

/**
 * The language of a town's street names.
 * @param {{country: string, adminCode: string}} town
 * @param {string} national the language of most of its country
 * @returns {string}
 */
export function languageOf({ country, adminCode }, national) {
  return LANGUAGE_OF_REGION[`${country}.${adminCode}`] ?? national;
}
