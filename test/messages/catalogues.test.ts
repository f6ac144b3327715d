import { expect } from 'chai';

import type { Duration } from '../../src/messages/amounts.js';
import { ar } from '../../src/messages/ar.js';
import { de } from '../../src/messages/de.js';
import { enListsAndMaps } from '../../src/messages/en-lists-and-maps.js';
import { enViews } from '../../src/messages/en-views.js';
import type { Messages } from '../../src/messages/messages.js';
import { es } from '../../src/messages/es.js';
import { fr } from '../../src/messages/fr.js';
import { he } from '../../src/messages/he.js';
import { it as italian } from '../../src/messages/it.js';
import { nb } from '../../src/messages/nb.js';
import { nl } from '../../src/messages/nl.js';
import { pl } from '../../src/messages/pl.js';

const en: Messages = { ...enViews, ...enListsAndMaps };

const OTHERS: readonly Messages[] = [ar, de, es, fr, he, italian, nb, nl, pl];

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
  ...['<1> in <2>', '<5> stations', 'Under <5 minutes>', 'Over <5 minutes>', '1 h', '24 h'],
  ...['m', 'km', 'ft', 'mi', ', ', '<1> <2>', 'EVSE (<2>)', '<5> EVSE', '<5> EVSEs'],
]);

/** Words of the field, what is typed as it is, and what stands on keys, in any script. */
const LATIN =
  /EVSEs?|OCPP|OCPI|CSV|PNG|HTTPS|ID|heartbeat|Backspace|Enter|Escape|Home|End|Ctrl|ev-data-provider|provider|dimension|<[^>]*>/g;

type Message = string | ((...given: never[]) => string);

/** What any parameter of a message may be: a text, a number or a length of time. */
function given(place: number, value: number): unknown {
  const told = { value, text: `<${value}>`, unit: 'minute', words: `<${value} minutes>` } satisfies Duration;
  return Object.assign(new String(`<${place}>`), told);
}

/** A message as it reads where what it is made with is `<1>`, `<2>`, or the number `<5>`. */
function read(catalogue: Messages, key: keyof Messages, value = 5): string {
  const message = catalogue[key] as Message;
  return typeof message === 'string'
    ? message
    : message(...([given(1, value), given(2, value), given(3, value)] as never[]));
}

const KEYS = (Object.keys(en) as (keyof Messages)[]).filter(key => !key.startsWith('$'));

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
        const left = KEYS.filter(key => /\p{Script=Latin}/u.test(read(catalogue, key).replace(LATIN, '')));
        expect(left.map(key => `${key}: ${read(catalogue, key)}`)).to.deep.equal([]);
      });
    });
  }

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
