import assert from 'node:assert/strict';
import { test } from 'node:test';

import { downloadMessages } from '../../src/messages/catalogues.ts';
import { directionOf, localizeFor } from '../../src/messages/nearest-language.ts';
import { failImport } from '../support/failing-import.mjs';

failImport('/ar.js', 1, 'The texts did not arrive.');

test("R31: what is in English because its language's texts could not be had runs as English does, until they can", async t => {
  const { mock: warn } = t.mock.method(console, 'warn', () => undefined);
  const attributes = { lang: 'ar', dir: 'rtl' };
  const page = { getAttribute: name => attributes[name] ?? null };
  assert.equal(directionOf(page), 'rtl', 'while they are on their way');
  await downloadMessages('ar');
  assert.match(
    warn.calls[0].arguments.join(' '),
    /texts in "ar" could not be loaded: Error: The texts did not arrive\./,
  );
  assert.equal(localizeFor('ar').term('refresh'), 'Refresh');
  assert.equal(directionOf(page), 'ltr');
  await downloadMessages('ar');
  assert.equal(localizeFor('ar').term('refresh'), 'تحديث');
  assert.equal(directionOf(page), 'rtl');
});
