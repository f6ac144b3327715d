import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

const TAGS = readdirSync('src/define')
  .filter(file => file.startsWith('ev-'))
  .map(file => file.replace('.ts', ''));

/** Runs a module in a Node of its own, as a server's, that resolves the package by its name; returns what it printed as JSON. */
const onServer = code =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
      maxBuffer: 2 ** 27,
    }),
  );

/** What a server renders of each element by itself. */
const rendered = onServer(`
  import 'ev-widgets/define';
  import { render } from '@lit-labs/ssr';
  import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
  import { html } from 'lit';
  const rendered = {};
  for (const tag of ${JSON.stringify(TAGS)}) {
    const text = '<' + tag + ' src="/network.json"></' + tag + '>';
    rendered[tag] = await collectResult(render(html(Object.assign([text], { raw: [text] }))));
  }
  console.log(JSON.stringify(rendered));`);

/** What is in an element's own shadow root, with its styles left out. */
const FRAMES = {
  'ev-data-provider': /<slot/,
  'ev-panel': /part="refresh"/,
  'ev-overview': /aria-label="Charge Station Connection Status"/,
  'ev-summary': /Stations offline/,
  'ev-status-legend': /class="skeleton legend"/,
  'ev-station-list': /role="tablist"/,
};

for (const tag of TAGS) {
  test(`R23: a server renders the frame of ${tag}, and nothing that it cannot know`, () => {
    const markup = rendered[tag].replaceAll(/<style>[^]*?<\/style>/g, '');
    assert.match(markup, /shadowrootmode="open"/);
    assert.match(markup, FRAMES[tag] ?? /<ev-panel[^]*heading="[^"]+Status[^"]*"|Last OCPP message/);
    assert.doesNotMatch(markup, /No data provider|role="alert"/);
  });
}
