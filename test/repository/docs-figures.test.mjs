import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { transform } from 'esbuild';
import ts from 'typescript';

import { mapParts } from '../../src/render/map/generated/map-parts.js';
import { contributionWidth } from '../../src/engine/counts/contribution.ts';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/model/time.ts';
import { PAGES } from '../support/docs.mjs';

const sources = new Map();

/** What a file of the source sets a constant to. */
function constantOf(file, name) {
  if (!sources.has(file))
    sources.set(file, ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true));
  const declared = sources
    .get(file)
    .statements.filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  const { initializer } = declared.find(each => each.name.getText() === name);
  const known = { SECOND, MINUTE, HOUR, DAY };
  return new Function(...Object.keys(known), `return ${initializer.getText()};`)(...Object.values(known));
}

const IN_WORDS = {
  a: 1,
  an: 1,
  once: 1,
  ten: 10,
  'a hundred': 100,
  hundred: 100,
  'half a million': 500_000,
  fourth: 4,
};
const numberIn = text => IN_WORDS[text] ?? Number(text.replaceAll(',', ''));

const PROVIDER = 'src/provider';

/** A sentence, with the number in it, and where that is decided: a file, its constant, and what one of the sentence's unit is there. */
const STATED = [
  ['docs/data.md', /by default (\d+), without a byte/, `${PROVIDER}/sources/request-options.ts`, 'TIMEOUT'],
  ['docs/data.md', /not settled after (\d+) minutes/, `${PROVIDER}/load-snapshot.ts`, 'LONGEST'],
  ['docs/data.md', /after (\d+) second, then 2, 4 and so on/, `${PROVIDER}/retry-delay.ts`, 'FIRST', SECOND],
  ['docs/data.md', /then 2, 4 and so on up to (a) minute/, `${PROVIDER}/retry-delay.ts`, 'LONGEST', MINUTE],
  [
    'docs/data.md',
    /`Retry-After` says \(up to (an) hour\)/,
    `${PROVIDER}/retry-delay.ts`,
    'LONGEST_ASKED_FOR',
    HOUR,
  ],
  [
    'docs/data.md',
    /the load waits (a) second for the\s+stream/,
    `${PROVIDER}/head-start.ts`,
    'LONGEST',
    SECOND,
  ],
  ['docs/data.md', /more than (half a million) changes/, `${PROVIDER}/change-queue.ts`, 'MOST_WAITING'],
  [
    'docs/data.md',
    /heard of\s+after (\d+) seconds/,
    `${PROVIDER}/sources/live-stream.ts`,
    'GOOD_AFTER',
    SECOND,
  ],
  [
    'docs/data.md',
    /\*\*Silence\*\* of (\d+) seconds/,
    `${PROVIDER}/sources/live-stream.ts`,
    'SILENCE',
    SECOND,
  ],
  [
    'docs/data.md',
    /its stream is closed after (a) minute/,
    `${PROVIDER}/sources/page-rest.ts`,
    'REST_AFTER',
    MINUTE,
  ],
  ['docs/data.md', /`missedHeartbeats` \((\d+)\)/, 'src/model/connection.ts', 'MISSED_HEARTBEATS'],
  ['docs/data.md', /has sent no message for (a) day/, 'src/model/trouble.ts', 'SILENT_AFTER', DAY],
  ['docs/data.md', /more than (a) day ahead of the/, 'src/model/clock.ts', 'MOST_AHEAD', DAY],
  ['docs/data.md', /monotonic one by (\d+) seconds/, `${PROVIDER}/page-clock.ts`, 'LEAST_JUMP', SECOND],
  ['docs/data.md', /kept up with time for (a) minute/, 'src/model/clock.ts', 'CERTAIN_AFTER', MINUTE],
  [
    'docs/data.md',
    /at steps of (\d+) minutes, for the last 24 hours/,
    'src/model/trend.ts',
    'TREND_STEP',
    MINUTE,
  ],
  ['docs/data.md', /first (\d+) countries/, 'src/engine/trends.ts', 'MOST_COUNTRIES'],
  ['docs/data.md', /no more than (\d+) minutes older/, 'src/model/history.ts', 'POINT_HOLDS', MINUTE],
  ['docs/data.md', /Of each kind the first (hundred) are kept/, 'src/engine/store/problem-log.ts', 'KEPT'],
  ['docs/data.md', /Of each kind the first (hundred) are kept/, `${PROVIDER}/pushed-problems.ts`, 'MOST'],
  [
    'docs/embedding.md',
    /within (\d+) seconds that it is there/,
    `${PROVIDER}/worker/worker-engine.ts`,
    'LONGEST_START',
  ],
  ['docs/embedding.md', /is asked every (\d+) seconds whether/, `${PROVIDER}/worker/watchdog.ts`, 'EVERY'],
  ['docs/embedding.md', /silent for (\d+) seconds/, `${PROVIDER}/worker/worker-engine.ts`, 'LONGEST_SILENCE'],
  ['docs/embedding.md', /time within (ten) minutes/, `${PROVIDER}/engine-restarts.ts`, 'WITHIN', MINUTE],
  ['docs/embedding.md', /from zoom (\d+) on/, 'src/render/map/near-map.ts', 'WORLD_ZOOM'],
  ['docs/embedding.md', /looks nearer than zoom (\d+)/, 'src/render/map/ground-note.ts', 'STREET_ZOOM'],
  [
    'docs/ocpi.md',
    /next page after (ten) without a new Location/,
    `${PROVIDER}/sources/ocpi-page-count.ts`,
    'MOST_IDLE_PAGES',
  ],
  ['docs/ocpi.md', /or after ([\d,]+) pages/, `${PROVIDER}/sources/ocpi-page-count.ts`, 'MOST_PAGES'],
  [
    'docs/ocpi.md',
    /and (a) minute more \(`date_from`\)/,
    `${PROVIDER}/sources/ocpi-increments.ts`,
    'OVERLAP',
    MINUTE,
  ],
  [
    'docs/ocpi.md',
    /Once (an) hour the whole feed/,
    `${PROVIDER}/sources/ocpi-increments.ts`,
    'WHOLE_EVERY',
    HOUR,
  ],
  ['docs/protocol.md', /colon\) every (\d+) seconds tells/, 'server/src/http/live.ts', 'ALIVE_EVERY', SECOND],
  ['docs/protocol.md', /whole `zoom` \(0 to (\d+)\)/, 'src/model/map-tiles.ts', 'LAST_ZOOM'],
  ['docs/protocol.md', /`z` is `zoom` − (\d+)/, 'src/model/map-tiles.ts', 'COARSER_BY'],
  ['docs/protocol.md', /up to (\d+) tiles make a view/, 'src/model/map-tiles.ts', 'MOST_TILES'],
  ['docs/columns.md', /## Header, (\d+) bytes/, 'src/model/columns/layout.ts', 'HEADER_BYTES'],
  ['docs/columns.md', /next multiple of (\d+)/, 'src/model/columns/layout.ts', 'ALIGNMENT'],
  ['docs/scale.md', /past zoom (\d+)/, 'server/src/database/schema.ts', 'LAST_COUNTED_ZOOM'],
  ['docs/requirements.md', /after (\d+) heartbeat intervals/, 'src/model/connection.ts', 'MISSED_HEARTBEATS'],
];

for (const [page, sentence, file, name, unit = 1] of STATED)
  test(`${page} says of ${name} what ${file} has`, () => {
    const [, stated] = sentence.exec(PAGES.get(page)) ?? assert.fail(`${page} does not say ${sentence}`);
    assert.equal(numberIn(stated), constantOf(file, name) / unit);
  });

test('docs/embedding.md says how long a worker that was lost is waited with, and how often', () => {
  const stated = /then after (\d+) seconds, then after (\d+)\. One that is lost a (\w+) time/.exec(
    PAGES.get('docs/embedding.md'),
  );
  const rests = constantOf('src/provider/engine-restarts.ts', 'RESTS');
  assert.deepEqual(
    [0, Number(stated[1]), Number(stated[2])],
    rests.map(rest => rest / SECOND),
  );
  assert.equal(numberIn(stated[3]), rests.length + 1);
});

test('docs/theming.md says from which width on sizes grow, how high what a finger presses is, and how large gaps are', () => {
  const theming = PAGES.get('docs/theming.md');
  const styles = readFileSync('src/render/shared/base-styles.ts', 'utf8');
  const widths = [...styles.matchAll(/@container \(min-width: \$\{rem\((\d+)\)\}\)/g)].map(
    ([, width]) => width,
  );
  assert.equal(Number(/from (\d+)rem on/.exec(theming)[1]), Math.min(...widths));
  const [, finger] = /what is pressed is (\d+) pixels high/.exec(theming);
  assert.match(styles, new RegExp(`pointer: coarse[^}]*control: max\\(${finger}px,`));
  const [, space] = /--_space: calc\((\d+)px \*/.exec(styles);
  const gaps = [...styles.matchAll(/var\(--ev-gap, calc\((\d+) \* var\(--_space\)\)\)/g)].map(
    ([, factor]) => factor * space,
  );
  assert.deepEqual(
    gaps,
    /`--ev-gap`.*`(\d+)px`; `(\d+)px` in a narrow box/.exec(theming).slice(1).map(Number),
  );
});

test('docs/data.md says what a trend takes', () => {
  const [, whole, country] = /It takes (\d+) kB, and (\d+) kB more for each country/.exec(
    PAGES.get('docs/data.md'),
  );
  const steps = DAY / constantOf('src/model/trend.ts', 'TREND_STEP');
  const bytes = steps * contributionWidth(LAST_MESSAGE_BUCKETS.length + 1) * Int32Array.BYTES_PER_ELEMENT;
  assert.deepEqual([whole, country].map(Number), Array(2).fill(Math.round(bytes / 1000)));
});

test('R31: docs/languages.md says how much the file of a language is', async () => {
  const [, stated] = /one file of some (\d+) kB/.exec(PAGES.get('docs/languages.md'));
  for (const code of ['ar', 'de', 'es', 'fr', 'he', 'it', 'nb', 'nl', 'pl']) {
    const { code: script } = await transform(readFileSync(`src/messages/${code}.ts`, 'utf8'), {
      loader: 'ts',
      minify: true,
    });
    assert.ok(Math.abs(gzipSync(script).length / 1000 - stated) < 1, code);
  }
});

test('R30: docs and changelog say how many towns the embedded map names', async () => {
  const parts = await Promise.all(mapParts.map(([, load]) => load()));
  const towns = parts.reduce((sum, { mapPart }) => sum + mapPart.towns.names.split('\n').length, 0);
  for (const page of ['docs/embedding.md', 'CHANGELOG.md'])
    assert.match(PAGES.get(page), new RegExp(`\\b${Math.floor(towns / 1000)},000 towns`), page);
});

test('README says of a status change what was measured: microseconds, whatever the size of the network', () => {
  assert.match(
    PAGES.get('README.md'),
    /a status change costs microseconds, whatever the size of the network/,
  );
  const { measurements } = JSON.parse(readFileSync('bench/results.json', 'utf8'));
  const changes = measurements
    .flatMap(({ results }) => results)
    .filter(
      ({ subject, quantity }) => subject === 'ev-widgets, engine alone' && quantity === '1,000 changes',
    );
  assert.deepEqual([...new Set(changes.map(({ locations }) => locations))], [10_000, 100_000, 1_000_000]);
  for (const { median, locations } of changes) assert.ok(median < 100, `${locations}: ${median} ms`);
});
