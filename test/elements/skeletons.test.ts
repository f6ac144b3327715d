import { expect } from 'chai';

import '../../src/define/index.js';
import type { EvOverview } from '../../src/elements/ev-overview.js';
import type { EvStationList } from '../../src/elements/ev-station-list.js';
import type { StatusPie } from '../../src/elements/status-pie.js';
import { ControllableProvider } from '../support/controllable-provider.js';
import { answerFrom, stationRow } from '../support/list-page.js';
import { NO_GROUND } from '../support/no-ground.js';
import { pieOf } from '../support/overview-page.js';
import {
  clearPage,
  everything,
  mount,
  ofStatus,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';

const PIES = ['ev-connection-pie', 'ev-evse-pie', 'ev-last-ocpp-pie', 'ev-station-pie'];
const WIDTHS = [320, 700];

/** Gets its first data when it is resumed. */
function loading(): ControllableProvider {
  const provider = new ControllableProvider();
  provider.state = { status: 'loading', leftOut: 0 };
  provider.isPaused = true;
  return provider;
}

function arrive(provider: ControllableProvider): void {
  provider.become('ready');
  provider.resume();
}

const withClass = (root: Element, name: string) =>
  everything(root).filter(element => element.classList.contains(name)) as HTMLElement[];
const boxesOf = (elements: readonly Element[]) =>
  elements.map(element => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left, top, width, height].map(Math.round);
  });
/** What is said of loading, however deep. */
const said = (root: Element) =>
  everything(root)
    .filter(element => element.role === 'status' && element.checkVisibility())
    .map(textOf)
    .filter(text => text.includes('Loading'));

describe('what stands for data that is on its way', () => {
  afterEach(clearPage);

  for (const tag of PIES) {
    for (const width of WIDTHS) {
      it(`R14: in ${tag}, ${width} pixels wide, is of the size of what comes, so that nothing moves`, async () => {
        const provider = loading();
        const pie = mount<StatusPie>(`<${tag} style="width: ${width}px"></${tag}>`, provider);
        await settled(pie);
        const [ring] = withClass(pie, 'ring');
        const before = boxesOf([ring!, ...withClass(pie, 'entry')]);
        const { height } = pie.getBoundingClientRect();
        expect(parts(pie, 'entry'), 'no figure is shown').to.deep.equal([]);
        arrive(provider);
        await until(() => parts(pie, 'entry').length > 0);
        await settled(pie);
        expect(withClass(pie, 'skeleton')).to.deep.equal([]);
        expect(boxesOf([withClass(pie, 'pie')[0]!, ...parts(pie, 'entry')])).to.deep.equal(before);
        expect(pie.getBoundingClientRect().height).to.equal(height);
      });
    }
  }

  it('R14: is hidden from assistive technology; that it loads is said once in each view by itself', async () => {
    for (const tag of [...PIES, 'ev-status-legend', 'ev-station-list', 'ev-connection-map']) {
      const view = mount<HTMLElement>(`<${tag}></${tag}>`, loading());
      await settled(view);
      expect(said(view), tag).to.deep.equal(['Loading…']);
      for (const shape of withClass(view, 'skeleton')) expect(shape.ariaHidden, tag).to.equal('true');
    }
  });

  it('R14: in ev-summary, says what will be counted, and no number', async () => {
    const summary = mount<HTMLElement>('<ev-summary></ev-summary>', loading());
    await settled(summary);
    expect(withClass(summary, 'figure').map(({ innerText }) => innerText.trim())).to.deep.equal([
      'Stations offline',
      'EVSEs faulted',
      'Stations silent for a day',
    ]);
    for (const shape of withClass(summary, 'skeleton')) expect(shape.ariaHidden).to.equal('true');
  });

  it('R14: says so where the provider does not tell that it loads', async () => {
    const provider = loading();
    provider.state = { status: 'ready', leftOut: 0 };
    const pie = mount<HTMLElement>('<ev-evse-pie></ev-evse-pie>', provider);
    await settled(pie);
    expect(said(pie)).to.deep.equal(['Loading…']);
  });

  it('R14: in an overview is said once for all, and no section moves when the data comes', async () => {
    const provider = loading();
    const overview = mount<EvOverview>(`<ev-overview ${NO_GROUND}></ev-overview>`, provider);
    await until(() => withClass(overview, 'ring').length === 4);
    await settled(overview);
    expect(said(overview)).to.deep.equal(['Loading…']);
    const sections = [...overview.shadowRoot!.querySelectorAll('section')];
    const before = boxesOf(sections);
    arrive(provider);
    await until(() => parts(pieOf(overview, 'station'), 'entry').length > 0);
    await settled(overview);
    expect(boxesOf(sections)).to.deep.equal(before);
  });

  it("R14: in a list is as high as its rows, and stands in the list's own box", async () => {
    const provider = loading();
    provider.answers.stations = answerFrom(() => [stationRow('CS-1'), stationRow('CS-2')]);
    const list = mount<EvStationList>('<ev-station-list style="width: 1000px"></ev-station-list>', provider);
    await settled(list);
    const before = boxesOf(withClass(list, 'row').slice(0, 2));
    const { bottom } = list.getBoundingClientRect();
    expect(withClass(list, 'rows')[0]!.getBoundingClientRect().bottom).to.be.most(bottom);
    arrive(provider);
    await until(() => parts(list, 'row').length === 2);
    await settled(list);
    expect(boxesOf(parts(list, 'row'))).to.deep.equal(before);
  });
});

describe('the legend of a pie', () => {
  afterEach(clearPage);

  for (const width of WIDTHS) {
    it(`R21: in ${width} pixels stays where it is when its last status is hidden, and when all are shown again`, async () => {
      const pie = mount<StatusPie>(
        `<ev-connection-pie style="width: ${width}px"></ev-connection-pie>`,
        new ControllableProvider(),
      );
      await settled(pie);
      const boxes = () => boxesOf([pie, withClass(pie, 'drawing')[0]!, ...parts(pie, 'entry')]);
      const before = boxes();
      for (const status of ['online', 'offline', 'unknown']) {
        ofStatus(pie, 'entry', status).click();
        await settled(pie);
        expect(boxes(), `without ${status}`).to.deep.equal(before);
      }
      const [drawing] = withClass(pie, 'drawing');
      const [notice, frame] = [partOf(pie, 'empty'), drawing!].map(box => box.getBoundingClientRect());
      expect(
        notice!.top >= frame!.top && notice!.bottom <= frame!.bottom,
        'within the place of the pie',
      ).to.equal(true);
      partOf(pie, 'empty').querySelector('button')!.click();
      await settled(pie);
      expect(boxes()).to.deep.equal(before);
    });
  }
});
