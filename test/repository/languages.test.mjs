import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { downloadMessages, provideEnglish, registerMessages } from '../../src/messages/catalogues.ts';
import { enListsAndMaps } from '../../src/messages/en-lists-and-maps.ts';
import { localizeFor } from '../../src/messages/nearest-language.ts';

provideEnglish(enListsAndMaps);

const doc = readFileSync(new URL('../../docs/languages.md', import.meta.url), 'utf8');
const [ownTexts, ownLanguage] = [...doc.matchAll(/```js\n([^]*?)```/g)].map(([, code]) => code);

/** Runs an example with this source in place of the package. */
function run(code) {
  const [, rest] = /^import \{ registerMessages \} from 'ev-widgets';\n([^]*)$/.exec(code);
  new Function('registerMessages', rest)(registerMessages);
}

test('R31: the documented replacement of texts does what it says', async () => {
  run(ownTexts);
  await downloadMessages('de');
  const texts = (lang, ...keys) => keys.map(key => localizeFor(lang).term(key));
  assert.deepEqual(texts('de', 'refresh', 'close'), ['Neu laden', 'Schließen']);
  assert.deepEqual(texts('de-AT', 'refresh', 'close'), ['Neu laden', 'Zumachen']);
});

test('R31: the documented language of a host is added in at most ten lines', () => {
  assert.ok(ownLanguage.trim().split('\n').length <= 10);
  assert.equal(localizeFor('sv').term('refresh'), 'Refresh');
  run(ownLanguage);
  const localize = localizeFor('sv-SE');
  assert.equal(localize.term('refresh'), 'Uppdatera');
  assert.equal(localize.counted('stations', 1), '1 station');
  assert.equal(localize.counted('stations', 12_345).replace(/\s/g, ' '), '12 345 stationer');
  assert.equal(localize.term('hideStatus', 'Online'), 'Dölj Online');
  assert.equal(localize.term('close'), 'Close');
});
