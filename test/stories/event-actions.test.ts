import { expect } from 'chai';

import { tellEvents } from '../../.storybook/event-actions.js';
import { elementsOf } from '../../.storybook/manifest.js';
import { manifest } from '../support/manifest-file.js';
import { storyModules } from './story-modules.js';

describe("Storybook's actions", () => {
  for (const { tagName, events = [] } of elementsOf(manifest)) {
    it(`R25: show each event of ${tagName} with its detail, until the story is left`, () => {
      const canvas = new EventTarget();
      const told: unknown[] = [];
      const stop = tellEvents(manifest, canvas, tagName, name => detail => told.push([name, detail]));
      const fire = () => {
        for (const { name } of events) canvas.dispatchEvent(new CustomEvent(name, { detail: { of: name } }));
      };
      fire();
      expect(told).to.deep.equal(events.map(({ name }) => [name, { of: name }]));
      stop();
      fire();
      expect(told).to.have.length(events.length);
    });
  }

  it('are of a story whose element is in the manifest', () => {
    const tags = elementsOf(manifest).map(({ tagName }) => tagName);
    expect(storyModules.map(({ tag }) => tag)).to.have.members(tags);
  });
});
