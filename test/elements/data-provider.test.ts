import { expect } from 'chai';

import '../../src/define/index.js';
import { writeColumns } from '../../src/model/columns/write-columns.js';
import { EvDataProvider } from '../../src/elements/ev-data-provider.js';
import type { StatusPie } from '../../src/elements/status-pie.js';
import type { DrillDownDetail } from '../../src/elements/events.js';
import type { DataProvider, DataState } from '../../src/provider/data-provider.js';
import { providerOf } from '../support/map-page.js';
import { location, station } from '../support/networks.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import {
  clearPage,
  countsOf,
  everything,
  heard,
  mount,
  ofStatus,
  partOf,
  parts,
  settled,
  textOf,
  until,
} from '../support/page.js';
import { replaceGlobal } from '../support/stubs.js';

const PIE = '<ev-connection-pie></ev-connection-pie>';

/** Where a document can be fetched from, by the page and by its workers. */
const addressOf = (json: unknown) =>
  URL.createObjectURL(new Blob([JSON.stringify(json)], { type: 'application/json' }));

describe('ev-data-provider', () => {
  afterEach(clearPage);

  const counting = (online: number) => {
    const provider = new ControllableProvider();
    provider.answers.counts = () => ({ online, offline: 0, unknown: 0 });
    return provider;
  };
  const shownIn = (root: Element) => countsOf(root, 'slice').map(([, count]) => count);

  it('gives its data to all that is in it, in shadow roots too', async () => {
    const around = mount<EvDataProvider>(
      `<ev-data-provider>${PIE}<div></div></ev-data-provider>`,
      counting(7),
    );
    around.querySelector('div')!.attachShadow({ mode: 'open' }).innerHTML = PIE;
    await settled(around);
    expect(shownIn(around)).to.deep.equal([7, 7]);
  });

  it("an element's own provider wins over the one around it, and gives way when it is taken back", async () => {
    const around = mount<EvDataProvider>(`<ev-data-provider>${PIE}</ev-data-provider>`, counting(7));
    const pie = around.firstElementChild as StatusPie;
    pie.provider = counting(9);
    await settled(around);
    expect(shownIn(around)).to.deep.equal([9]);
    pie.provider = undefined;
    await settled(around);
    expect(shownIn(around)).to.deep.equal([7]);
  });

  it('R23: reaches elements that were there before it was defined', async () => {
    const around = mount<EvDataProvider>(`<late-provider>${PIE}</late-provider>`);
    await settled(around);
    expect(textOf(around)).to.include('No data provider');
    customElements.define('late-provider', class extends EvDataProvider {});
    around.provider = counting(5);
    await settled(around);
    expect(shownIn(around)).to.deep.equal([5]);
  });

  it('passes on another provider, and tells each state to the host', async () => {
    const first = counting(1);
    const around = mount<EvDataProvider>(`<ev-data-provider>${PIE}</ev-data-provider>`, first);
    const states = heard<DataState>(document, 'ev-data-state');
    await settled(around);
    first.become('loading');
    first.become('ready', { asOf: AS_OF + 1 });
    first.tell();
    expect(states.map(({ status }) => status)).to.deep.equal(['loading', 'ready']);
    expect(states.at(-1)).to.deep.equal({ status: 'ready', asOf: AS_OF + 1, leftOut: 0, error: undefined });
    around.provider = counting(2);
    await settled(around);
    expect(shownIn(around)).to.deep.equal([2]);
    expect(first.subscriptions).to.equal(0);
  });

  it('goes on telling its state after it was taken out of the page and put back', async () => {
    const provider = counting(3);
    const around = mount<EvDataProvider>(`<ev-data-provider>${PIE}</ev-data-provider>`, provider);
    await settled(around);
    const place = around.parentElement!;
    around.remove();
    await settled(around);
    expect(provider.subscriptions).to.equal(0);
    place.append(around);
    await settled(around);
    expect(shownIn(around)).to.deep.equal([3]);
    const states = heard(around, 'ev-data-state');
    provider.become('stale');
    expect(states.length).to.equal(1);
  });

  it('scope narrows what all in it show, and the lists behind it', async () => {
    const stations = (...ids: string[]) => ids.map(id => ({ id, connection: 'online' as const }));
    const provider = providerOf([
      { id: 'A', latitude: 1, longitude: 1, country: 'NL', operator: 'One', stations: stations('1', '2') },
      { id: 'B', latitude: 2, longitude: 2, country: 'NL', operator: 'Two', stations: stations('3') },
      { id: 'C', latitude: 3, longitude: 3, country: 'DE', operator: 'One', stations: stations('4') },
    ]);
    const around = mount<EvDataProvider>(`<ev-data-provider>${PIE}</ev-data-provider>`, provider);
    await until(() => shownIn(around)[0] === 4);
    around.scope = { country: 'NL' };
    await until(() => shownIn(around)[0] === 3);
    around.scope = { country: ['NL', 'DE'], operator: 'Two' };
    await until(() => shownIn(around)[0] === 1);
    const asked = heard<DrillDownDetail>(around, 'ev-drill-down');
    ofStatus(around, 'slice', 'online').dispatchEvent(new MouseEvent('click'));
    expect(asked[0]!.filter).to.deep.equal({
      connection: ['online'],
      country: ['NL', 'DE'],
      operator: ['Two'],
    });
    expect((await provider.stations({ filter: asked[0]!.filter })).total).to.equal(asked[0]!.count);
    Object.assign(around, { scope: { country: 31 } });
    await settled(around);
    expect(textOf(partOf(around, 'error', '.notice'))).to.include(
      'ev-data-provider cannot be set up. scope.country is 31; expected text or a list of texts.',
    );
    expect(shownIn(around), 'nothing in place of what was asked for').to.deep.equal([]);
    Object.assign(around, { scope: { country: null } });
    await until(() => shownIn(around)[0] === 4);
    expect(parts(around, 'error')).to.deep.equal([]);
    provider.dispose();
  });

  it('R14 R31: where it cannot be set up, each view in it says so, and why, in its language, until it can', async () => {
    const tags = ['summary', 'connection-map', 'evse-pie', 'status-legend', 'station-list', 'overview'];
    const views = tags.map(tag => `<ev-${tag} lang="de"></ev-${tag}>`).join('');
    const around = mount<EvDataProvider>(
      `<ev-data-provider src="/a" format="xml">${views}</ev-data-provider>`,
    );
    const told = () =>
      [around, ...everything(around)].flatMap(element => [
        ...(element.shadowRoot?.querySelectorAll('.notice') ?? []),
      ]);
    const texts = () => told().map(notice => textOf(notice));
    await until(() => texts().filter(text => text.includes('eingerichtet')).length === 12);
    const reason = 'format is "xml"; expected network, ocpi, columns or remote.';
    expect(new Set(texts())).to.deep.equal(
      new Set([
        `ev-data-provider cannot be set up. ${reason}`,
        `ev-data-provider kann nicht eingerichtet werden. ${reason}`,
      ]),
    );
    expect(told().filter(({ role }) => role === 'alert').length, 'is told once').to.equal(1);
    around.setAttribute('format', 'yaml');
    await until(() => texts().every(text => text.includes('format is "yaml"')));
    around.provider = counting(7);
    await until(() => !texts().some(text => text.includes('format is')));
  });

  it('says what it was given where that is no provider, and takes the next', async () => {
    const warn = console.warn;
    const warnings: string[] = [];
    console.warn = (message: string) => void warnings.push(message);
    try {
      const around = mount<EvDataProvider>(`<ev-data-provider>${PIE}</ev-data-provider>`);
      const pie = around.firstElementChild as StatusPie;
      Object.assign(around, { provider: Promise.resolve(counting(7)) });
      await settled(around);
      expect(textOf(partOf(around, 'error', '.notice'))).to.include(
        'ev-data-provider cannot be set up. provider is an object; expected a DataProvider, as localProvider(source) makes one.',
      );
      Object.assign(pie, { provider: () => counting(9) });
      await settled(around);
      expect(warnings).to.deep.equal([
        'ev-widgets: <ev-connection-pie> provider is a function; expected a DataProvider, as localProvider(source) makes one.',
      ]);
      around.provider = counting(7);
      pie.provider = counting(9);
      await settled(around);
      expect(shownIn(around)).to.deep.equal([9]);
      expect(parts(around, 'error')).to.deep.equal([]);
    } finally {
      console.warn = warn;
    }
  });

  it('R21: what a legend hides stays hidden under another scope, and elements of one provider share it', async () => {
    const provider = counting(4);
    const stage = mount(`<div>${PIE}${PIE}<ev-status-legend></ev-status-legend></div>`);
    for (const child of stage.children) (child as StatusPie).provider = provider as DataProvider;
    await settled(stage);
    expect(shownIn(stage)).to.deep.equal([4, 4]);
    ofStatus(stage.lastElementChild!, 'entry', 'online').click();
    await settled(stage);
    expect(shownIn(stage)).to.deep.equal([]);
    expect(parts(stage, 'entry').filter(bar => bar.ariaPressed === 'false').length).to.equal(3);
  });

  it('R21: two providers on a page have filters of their own', async () => {
    const provider = counting(4);
    const stage = mount(
      `<div><ev-data-provider>${PIE}</ev-data-provider><ev-data-provider>${PIE}</ev-data-provider></div>`,
    );
    for (const child of stage.children) (child as EvDataProvider).provider = provider;
    await settled(stage);
    ofStatus(stage.firstElementChild!, 'entry', 'online').click();
    await settled(stage);
    expect(shownIn(stage)).to.deep.equal([4]);
  });

  it('an element that is moved keeps its data and asks no one but its new provider', async () => {
    const [one, two] = [counting(1), counting(2)];
    const stage = mount(
      `<div><ev-data-provider>${PIE}<p></p></ev-data-provider><ev-data-provider></ev-data-provider></div>`,
    );
    const [first, second] = [...stage.children] as [EvDataProvider, EvDataProvider];
    [first.provider, second.provider] = [one, two];
    await settled(stage);
    const pie = first.firstElementChild as StatusPie;
    one.isPaused = true;
    first.querySelector('p')!.append(pie);
    await settled(stage);
    expect(shownIn(stage), 'still there while it is asked again').to.deep.equal([1]);
    one.resume();
    second.append(pie);
    await settled(stage);
    expect(shownIn(stage)).to.deep.equal([2]);
    expect(one.subscriptions, 'that of the provider element itself').to.equal(1);
    stage.append(pie);
    await settled(stage);
    expect(textOf(pie)).to.include('No data provider');
  });

  it('an element that is removed lets go of its provider, and aborts what it asked', async () => {
    const provider = counting(1);
    const pie = mount<StatusPie>(PIE, provider);
    await settled(pie);
    provider.isPaused = true;
    provider.tell();
    pie.remove();
    await settled(pie);
    expect(provider.subscriptions).to.equal(0);
    expect(provider.held.map(({ options }) => options!.signal!.aborted)).to.deep.equal([true]);
  });

  it('R23: fetches src by itself, as a network, as OCPI or as columns', async () => {
    const network = addressOf({
      asOf: AS_OF,
      locations: [{ id: 'A', latitude: 1, longitude: 1, stations: [{ id: '1', connection: 'online' }] }],
    });
    const around = mount<EvDataProvider>(`<ev-data-provider src="${network}">${PIE}</ev-data-provider>`);
    await until(() => shownIn(around)[0] === 1);
    const evses = ['1', '2'].map(uid => ({
      uid,
      status: 'AVAILABLE',
      last_updated: '2026-01-15T11:00:00Z',
    }));
    const coordinates = { latitude: '1', longitude: '1' };
    around.src = addressOf({ data: [{ id: 'A', country_code: 'NL', party_id: 'ABC', coordinates, evses }] });
    around.format = 'ocpi';
    await until(() => shownIn(around)[0] === 2);
    const locations = [
      location(
        'A',
        ['1', '2', '3'].map(id => station(id, { connection: 'online' })),
      ),
    ];
    around.src = URL.createObjectURL(new Blob([writeColumns({ asOf: AS_OF, locations })]));
    around.format = 'columns';
    await until(() => shownIn(around)[0] === 3);
    Object.assign(around, { src: network, format: undefined, headers: null });
    await until(() => shownIn(around)[0] === 1);
    around.setAttribute('format', 'columns');
    around.removeAttribute('format');
    await settled(around);
    expect(around.format).to.equal('network');
    expect(parts(around, 'error')).to.deep.equal([]);
  });

  it('says in its descendants that there is no data any more when both provider and src are taken away', async () => {
    const around = mount<EvDataProvider>(`<ev-data-provider>${PIE}</ev-data-provider>`, counting(7));
    await settled(around);
    around.provider = undefined;
    await settled(around);
    expect(shownIn(around)).to.deep.equal([]);
    expect(textOf(partOf(around, 'error'))).to.include('No data provider');
  });

  it('has a server asked that answers the questions themselves, and follows its stream', async () => {
    let online = 7;
    let events: ReadableStreamDefaultController<Uint8Array>;
    const tell = (version: number) => {
      const state = { version: String(version), now: AS_OF, asOf: AS_OF, leftOut: 0 };
      events.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(state)}\n\n`));
    };
    const sent: (string | null)[] = [];
    const restore = replaceGlobal('fetch', async (input: string, { headers }: RequestInit) => {
      sent.push(new Headers(headers).get('Authorization'));
      const [, path] = new URL(input).pathname.split('/fleet/');
      if (path === 'changes') {
        const body = new ReadableStream<Uint8Array>({ start: given => void (events = given) });
        return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
      }
      const state = { version: '1', now: AS_OF, asOf: AS_OF, leftOut: 0 };
      const counts = { total: online, byStatus: { online, offline: 0, unknown: 0 } };
      return Response.json(path === 'state' ? state : path === 'counts/connection' ? counts : []);
    });
    try {
      const around = mount<EvDataProvider>(`<ev-data-provider>${PIE}</ev-data-provider>`);
      around.headers = { Authorization: 'Bearer 1' };
      around.format = 'remote';
      around.src = '/fleet';
      await until(() => shownIn(around)[0] === 7 && events !== undefined);
      tell(1);
      online = 9;
      tell(2);
      await until(() => shownIn(around)[0] === 9);
      expect(new Set(sent)).to.deep.equal(new Set(['Bearer 1']));
    } finally {
      restore();
    }
  });

  it('says that a server that answers the questions has a stream of its own', async () => {
    const around = mount<EvDataProvider>(
      `<ev-data-provider src="/fleet" format="remote" live="/changes">${PIE}</ev-data-provider>`,
    );
    await settled(around);
    expect(textOf(partOf(around, 'error'))).to.include(
      'live is "/changes"; expected none with the format remote',
    );
  });

  it('names a format that it does not know', async () => {
    const around = mount<EvDataProvider>(`<ev-data-provider src="/x" format="xml">${PIE}</ev-data-provider>`);
    await settled(around);
    expect(textOf(partOf(around, 'error'))).to.include(
      'format is "xml"; expected network, ocpi, columns or remote.',
    );
  });
});
