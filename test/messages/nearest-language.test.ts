import { expect } from 'chai';

import { downloadMessages, provideEnglish, registerMessages } from '../../src/messages/catalogues.js';
import { enListsAndMaps } from '../../src/messages/en-lists-and-maps.js';
import { localizeFor } from '../../src/messages/nearest-language.js';

/** Versions of CLDR differ in which space, or which apostrophe, groups digits. */
const plain = (text: string) => text.replace(/\s/g, ' ').replace('’', "'");

describe('the language of a lang', () => {
  before(async () => {
    provideEnglish(enListsAndMaps);
    for (const language of ['de', 'nb', 'ar', 'pl']) await downloadMessages(language);
  });

  for (const [lang, text, number] of [
    ['de', 'Schließen', '1.234,5'],
    ['de-CH', 'Schließen', "1'234.5"],
    ['DE_at', 'Schließen', '1 234,5'],
    ['no', 'Lukk', '1 234,5'],
    ['nn-NO', 'Lukk', '1 234,5'],
    ['ar-EG', 'إغلاق', '١٬٢٣٤٫٥'],
    ['ar-EG-u-nu-latn', 'إغلاق', '1,234.5'],
    ['en-GB', 'Close', '1,234.5'],
    ['en-IN', 'Close', '1,234.5'],
  ] as const)
    it(`R31: has texts and numbers in "${lang}"`, () => {
      const localize = localizeFor(lang);
      expect(localize.term('close')).to.equal(text);
      expect(plain(localize.number(1234.5))).to.equal(plain(number));
    });

  for (const lang of ['', 'sv', 'fa', 'tlh-Latn', 'not a language', '12', 'fr'])
    it(`R31: is wholly English where "${lang}" is not known, or not there yet`, () => {
      const localize = localizeFor(lang);
      expect(localize.term('close')).to.equal('Close');
      expect(localize.number(1234.5)).to.equal('1,234.5');
      expect(localize.age(0, 300_000)).to.equal('5 min. ago');
      expect(localize.dir).to.equal('ltr');
    });

  for (const [lang, texts, data] of [
    ['de-CH', undefined, undefined],
    ['en-GB', undefined, undefined],
    ['nn-NO', 'nb', 'nn-NO'],
    ['sv', 'en', 'sv'],
    ['x-nonsense', 'en', 'x-nonsense'],
    ['', 'en', ''],
  ] as const)
    it(`R31, WCAG 3.1.2: ${texts ? `says that texts are in "${texts}"` : 'leaves it to the page which language texts are in'} where it is in "${lang}"`, () => {
      const { marks } = localizeFor(lang);
      expect([marks.texts, marks.data]).to.deep.equal([texts, data]);
    });

  it('R31: writes how many hours a change is of as it writes all numbers', () => {
    expect(localizeFor('ar-EG').counted('hoursShort', 24)).to.equal('٢٤ ساعة');
    expect(localizeFor('de').counted('hoursShort', 1)).to.equal('1 Std.');
  });

  it('R31: has ages, waits and lengths of time in its own words', () => {
    const localize = localizeFor('pl');
    expect(localize.age(0, 300_000)).to.equal('5 min temu');
    expect(localize.age(0, 1000)).to.equal('przed chwilą');
    expect(localize.wait(15_000, 0)).to.equal('za 15 sek.');
    expect(localize.term('lastMessageUnder', localize.duration(1, 'hour'))).to.equal('Poniżej 1 godziny');
    expect(localize.term('lastMessageUnder', localize.duration(15, 'minute'))).to.equal('Poniżej 15 minut');
  });
});

describe('what a host registers', () => {
  it('R31: replaces texts of a language that is there, and leaves the others', () => {
    registerMessages({ $code: 'pl', refresh: 'Pobierz' });
    const localize = localizeFor('pl');
    expect([localize.term('refresh'), localize.term('close')]).to.deep.equal(['Pobierz', 'Zamknij']);
    registerMessages({ $code: 'en', refresh: 'Reload' });
    expect(localizeFor('en-GB').term('refresh')).to.equal('Reload');
  });

  it('R31: replaces texts of a language that is downloaded later', async () => {
    registerMessages({ $code: 'it', refresh: 'Ricarica' });
    expect(localizeFor('it').term('close')).to.equal('Close');
    await downloadMessages('it');
    const localize = localizeFor('it-CH');
    expect([localize.term('refresh'), localize.term('close')]).to.deep.equal(['Ricarica', 'Chiudi']);
  });

  it('R31: replaces texts of one region alone', () => {
    registerMessages({ $code: 'de-AT', close: 'Zumachen' });
    expect(localizeFor('de-AT').term('close')).to.equal('Zumachen');
    expect(localizeFor('de-AT').term('back')).to.equal('Zurück');
    expect(localizeFor('de').term('close')).to.equal('Schließen');
  });

  it('R31: adds a language, which is in English where it has no text', () => {
    registerMessages({ $code: 'fa', $dir: 'rtl', close: 'بستن', stations: n => `${n.text} ایستگاه` });
    const localize = localizeFor('fa');
    expect(localize.dir).to.equal('rtl');
    expect(localize.term('close')).to.equal('بستن');
    expect(localize.counted('stations', 12)).to.equal('۱۲ ایستگاه');
    // By itself: among texts from right to left, its full stop would stand before it.
    expect(localize.term('back')).to.equal('\u2068Back\u2069');
    expect(localize.term('hideStatus', 'x')).to.equal('\u2068Hide x\u2069');
  });
});
