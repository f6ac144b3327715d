import { expect } from 'chai';

import { elementOf } from '../../.storybook/manifest.js';
import { plainHtml } from '../../stories/plain-html.js';
import { manifest } from '../support/manifest-file.js';
import { storyModules } from './story-modules.js';

describe('the HTML of a story', () => {
  it('has the element inside a provider, its attributes, and its CSS properties as a style', () => {
    const args = { zoom: 3, 'station-href': '/stations/{id}?a&b', '--ev-gap': 20, center: undefined };
    expect(plainHtml('ev-connection-map', {}, args)).to.equal(
      `<ev-data-provider src="/api/network">
  <ev-connection-map zoom="3" station-href="/stations/{id}?a&amp;b" style="--ev-gap: 20px"></ev-connection-map>
</ev-data-provider>`,
    );
  });

  it('has a switch that is on as an attribute without a value, and none that is off', () => {
    const html = (isOn: boolean) => plainHtml('ev-evse-pie', { isAlone: true }, { 'include-offline': isOn });
    expect(html(true)).to.equal('<ev-evse-pie include-offline></ev-evse-pie>');
    expect(html(false)).to.equal('<ev-evse-pie></ev-evse-pie>');
  });

  it('sets what is no attribute by a script', () => {
    expect(plainHtml('ev-station-list', {}, { filter: { evse: ['faulted'] } })).to.equal(
      `<ev-data-provider src="/api/network">
  <ev-station-list></ev-station-list>
</ev-data-provider>
<script type="module">
  const element = document.querySelector('ev-station-list');
  element.filter = {"evse":["faulted"]};
</script>`,
    );
  });

  it('has what stands inside and beside, and the sheet and class of a brand', () => {
    const stage = {
      content: '<ev-evse-pie></ev-evse-pie>',
      beside: { tag: 'ev-status-legend', args: { dimension: 'evse' } },
      brand: 'daylight',
    } as const;
    expect(plainHtml('ev-panel', stage, {})).to.equal(
      `<link rel="stylesheet" href="daylight.css" />
<div class="daylight">
  <ev-data-provider src="/api/network">
    <ev-panel>
      <ev-evse-pie></ev-evse-pie>
    </ev-panel>
    <ev-status-legend dimension="evse"></ev-status-legend>
  </ev-data-provider>
</div>`,
    );
  });

  for (const { tag, stories } of storyModules) {
    it(`R25: each of ${tag} can be copied: its tag, attributes that it has, and nothing of Lit or of the story's own`, () => {
      const known = [...(elementOf(manifest, tag).attributes ?? []).map(({ name }) => name), 'style', 'lang'];
      for (const [name, { args = {}, parameters }] of Object.entries(stories)) {
        const text = parameters.docs.source.transform('', { args });
        expect(text, name).not.to.match(/\[object|<!--|lit\$|blob:|data:|undefined=|"undefined"/);
        const attributes = new RegExp(`<${tag}((?:\\s+[\\w-]+(?:="[^"]*")?)*)\\s*>`).exec(text)?.[1];
        expect(attributes, `${name}: ${text}`).to.be.a('string');
        for (const [, attribute] of attributes!.matchAll(/([\w-]+)(?:="[^"]*")?/g))
          expect(known, name).to.include(attribute);
      }
    });
  }
});
