import { expect } from 'chai';

import '../../src/define/ev-connection-map.js';
import type { NavigateDetail } from '../../src/elements/events.js';
import { idsOf, listIn } from '../support/list-page.js';
import { providerOf } from '../support/map-page.js';
import { NO_GROUND } from '../support/no-ground.js';
import { clearPage, clickOn, heard, mount, parts, partOf, textOf, until } from '../support/page.js';

describe('a map that cannot be drawn', () => {
  const getContext = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'getContext')!;
  const { error } = console;

  before(() => {
    const original = getContext.value as (kind: string, ...rest: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return kind.startsWith('webgl') ? null : original.call(this, kind, ...rest);
    } as never;
    console.error = () => undefined;
  });
  after(() => {
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', getContext);
    console.error = error;
  });
  afterEach(clearPage);

  it('R17, R18: says so and lists the stations of its locations instead, with their links', async () => {
    const map = mount<HTMLElement>(
      `<ev-connection-map ${NO_GROUND} style="width: 700px; height: 420px" station-href="#/stations/{id}"></ev-connection-map>`,
      providerOf(),
    );
    await until(() => parts(map, 'row').length > 0);
    expect(textOf(partOf(map, 'error'))).to.include('The map cannot be drawn here.');
    expect(map.matches(':state(error)')).to.equal(true);
    const list = listIn(map);
    await until(() => idsOf(list).length === 7);
    expect(list.filter).to.deep.equal({});
    const told = heard<NavigateDetail>(map, 'ev-navigate');
    map.addEventListener('ev-navigate', event => event.preventDefault());
    const link = partOf(list, 'row', '[data-station-id="CS-1"]').querySelector('a')!;
    expect(link.getAttribute('href')).to.equal('#/stations/CS-1');
    await clickOn(link);
    expect(told).to.deep.equal([{ kind: 'station', id: 'CS-1', href: '#/stations/CS-1' }]);
    const [box, own] = [map.getBoundingClientRect(), list.getBoundingClientRect()];
    expect(own.bottom).to.be.at.most(box.bottom);
    expect(own.height).to.be.above(150);
    expect(parts(map, 'fit')).to.deep.equal([]);
  });
});
