import { expect } from 'chai';

import type { Duration } from '../../src/model/amounts.js';
import { ar } from '../../src/messages/ar.js';
import { arReasons } from '../../src/messages/ar-reasons.js';
import { de } from '../../src/messages/de.js';
import { deReasons } from '../../src/messages/de-reasons.js';
import { enListsAndMaps } from '../../src/messages/en-lists-and-maps.js';
import { enViews } from '../../src/messages/en-views.js';
import type { Messages } from '../../src/messages/messages.js';
import type { ReasonTexts } from '../../src/messages/reason-texts.js';
import { enChanges } from '../../src/model/change-reasons.js';
import { enColumns } from '../../src/model/columns/column-reasons.js';
import { enLoads } from '../../src/model/load-reasons.js';
import { enMaps } from '../../src/model/map-reasons.js';
import { enOcpi } from '../../src/model/ocpi/ocpi-reasons.js';
import { enRecords } from '../../src/model/record-reasons.js';
import { enRequests } from '../../src/model/request-reasons.js';
import { enRestarts } from '../../src/model/restart-reasons.js';
import { enServer } from '../../src/model/server-reasons.js';
import { enStreams } from '../../src/model/stream-reasons.js';
import { es } from '../../src/messages/es.js';
import { esReasons } from '../../src/messages/es-reasons.js';
import { fr } from '../../src/messages/fr.js';
import { frReasons } from '../../src/messages/fr-reasons.js';
import { he } from '../../src/messages/he.js';
import { heReasons } from '../../src/messages/he-reasons.js';
import { it as italian } from '../../src/messages/it.js';
import { itReasons } from '../../src/messages/it-reasons.js';
import { nb } from '../../src/messages/nb.js';
import { nbReasons } from '../../src/messages/nb-reasons.js';
import { nl } from '../../src/messages/nl.js';
import { nlReasons } from '../../src/messages/nl-reasons.js';
import { pl } from '../../src/messages/pl.js';
import { plReasons } from '../../src/messages/pl-reasons.js';

type Catalogue = Messages & ReasonTexts;

const enReasons: ReasonTexts = {
  ...enChanges,
  ...enColumns,
  ...enLoads,
  ...enMaps,
  ...enOcpi,
  ...enRecords,
  ...enRequests,
  ...enRestarts,
  ...enServer,
  ...enStreams,
};
const en: Catalogue = { ...enViews, ...enListsAndMaps, ...enReasons };

const OTHERS: readonly Catalogue[] = [
  { ...ar, ...arReasons },
  { ...de, ...deReasons },
  { ...es, ...esReasons },
  { ...fr, ...frReasons },
  { ...he, ...heReasons },
  { ...italian, ...itReasons },
  { ...nb, ...nbReasons },
  { ...nl, ...nlReasons },
  { ...pl, ...plReasons },
];

/** Texts that are the same in English and in another language. */
const SAME = new Set([
  ...[
    'Online',
    'Offline',
    'Status',
    'EVSE',
    'EVSEs',
    'Station',
    'Stations',
    'Stations offline',
    'Filter',
    'Filters',
    'Operator',
    'stations',
  ],
  ...['Connector <1>: <2>', '<1> online', '<1> offline', '<1>, <2>', '<1>: <2>', '<1>:', '<1>, <2>: <3>'],
  ...['GET <1>: <2>', '<1> in <2>', '<5> stations', 'Under <5 minutes>', 'Over <5 minutes>', '<5> h'],
  ...['m', 'km', 'ft', 'mi', ', ', '<1> <2>', 'EVSE (<2>)', '<5> EVSE', '<5> EVSEs'],
]);

/** Words of the field, what is typed as it is, and what stands on keys, in any script. */
const LATIN =
  /EVSEs?|OCPP|OCPI|CSV|PNG|HTTPS|ID|heartbeat|Backspace|Enter|Escape|Home|End|Ctrl|ev-data-provider|provider|src|dimension|<[^>]*>/g;

type Message = string | ((...given: never[]) => string);

/** What any parameter of a message may be: a text, a number or a length of time. */
function given(place: number, value: number): unknown {
  const told = { value, text: `<${value}>`, unit: 'minute', words: `<${value} minutes>` } satisfies Duration;
  return Object.assign(new String(`<${place}>`), told);
}

/** A message as it reads where what it is made with is `<1>`, `<2>`, or the number `<5>`. */
function read(catalogue: Catalogue, key: keyof Catalogue, value = 5): string {
  const message = catalogue[key] as Message;
  return typeof message === 'string'
    ? message
    : message(...([given(1, value), given(2, value), given(3, value), given(4, value)] as never[]));
}

/** Latin words of a text from right to left that should not be there: those of reasons are the field's own, as they stand in English. */
function latinIn(catalogue: Catalogue, key: keyof Catalogue): string[] {
  const words =
    read(catalogue, key)
      .replace(LATIN, '')
      .match(/\p{Script=Latin}[\w-]*/gu) ?? [];
  return key in enReasons ? words.filter(word => !read(en, key).includes(word)) : words;
}

const KEYS = (Object.keys(en) as (keyof Catalogue)[]).filter(key => !key.startsWith('$'));

describe('the catalogues', () => {
  for (const catalogue of OTHERS) {
    const { $code: code, $name: name, $dir: dir } = catalogue;

    describe(`in ${name}`, () => {
      it('R31: have every text, and no other', () => {
        expect(Object.keys(catalogue).sort()).to.deep.equal(Object.keys(en).sort());
      });

      it('R31: leave nothing in English', () => {
        const same = KEYS.filter(key => read(catalogue, key) === read(en, key));
        const left = same.filter(key => !SAME.has(read(en, key)));
        expect(left.map(key => `${key}: ${read(catalogue, key)}`)).to.deep.equal([]);
      });

      it('R31: say all that they are told', () => {
        const wanting = KEYS.filter(key => {
          const told = read(en, key).match(/<[^>]*>/g) ?? [];
          // A length of time may be said by its number and a word of the language.
          return !told.every(one => read(catalogue, key).includes(one.replace(' minutes>', '')));
        });
        expect(wanting.map(key => `${key}: ${read(catalogue, key)}`)).to.deep.equal([]);
      });

      it('R31: have a form of each word for each number of the language', () => {
        const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
        const values = [0, 1, 2, 3, 5, 11, 21, 100, 1.5, 1_000_000];
        const found = new Set(values.map(value => new Intl.PluralRules(code).select(value)));
        expect([...found].sort()).to.deep.equal([...pluralCategories].sort());
        for (const value of values)
          for (const key of KEYS)
            expect(read(catalogue, key, value), `${key} of ${value}`).to.not.match(/undefined|NaN/);
      });

      it('R31: run in the direction of the language', () => {
        const isRightToLeft = ['ar', 'he'].includes(code);
        expect(dir).to.equal(isRightToLeft ? 'rtl' : 'ltr');
        if (!isRightToLeft) return;
        const left = KEYS.filter(key => latinIn(catalogue, key).length > 0);
        expect(left.map(key => `${key}: ${read(catalogue, key)}`)).to.deep.equal([]);
      });
    });
  }

  it('R31: have no text of a reason by the key of another', () => {
    const tables = [
      enChanges,
      enColumns,
      enLoads,
      enMaps,
      enOcpi,
      enRequests,
      enRestarts,
      enServer,
      enViews,
      enListsAndMaps,
      { ...enRecords, ...enStreams },
    ];
    const keys = tables.flatMap(table => Object.keys(table));
    expect(keys.filter((key, place) => keys.indexOf(key) < place)).to.deep.equal([]);
  });

  it('R31: begin what they say of a place in the data with that place', () => {
    for (const catalogue of [en, ...OTHERS])
      for (const key of ['unexpected', 'ocpiPage'] as const)
        expect(read(catalogue, key), catalogue.$name).to.match(/^<1>/);
  });

  it('R31: count in each language as its readers do', () => {
    const counted = (catalogue: Messages, value: number) =>
      catalogue.stations({ value, text: new Intl.NumberFormat(catalogue.$code).format(value) });
    expect([1, 2, 5, 22].map(value => counted(pl, value))).to.deep.equal([
      '1 stacja',
      '2 stacje',
      '5 stacji',
      '22 stacje',
    ]);
    expect([1, 2, 3, 11, 100].map(value => counted(ar, value))).to.deep.equal([
      'محطة واحدة',
      'محطتان',
      '3 محطات',
      '11 محطة',
      '100 محطة',
    ]);
    expect([1, 2, 10].map(value => counted(he, value))).to.deep.equal(['עמדה אחת', 'שתי עמדות', '10 עמדות']);
    expect([0, 1, 2, 1_000_000].map(value => counted(fr, value).replace(/\s/g, ' '))).to.deep.equal([
      '0 borne',
      '1 borne',
      '2 bornes',
      '1 000 000 de bornes',
    ]);
  });
});
