import { expect } from 'chai';

import '../../src/define/index.js';
import type { StationRow } from '../../src/model/questions.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import { readCsv } from '../support/csv.js';
import { answerFrom, openList, searchFor, stationRow, tabOf, untilIds } from '../support/list-page.js';
import { clearPage, clickOn, partOf, textOf, until } from '../support/page.js';

const TROUBLE = ['in trouble since', 'since is', 'error code', 'info'];
const HEAD = [
  ...['station', 'location', 'location name', 'connection', 'status', 'EVSEs', 'last message'],
  ...TROUBLE,
];
const told = (list: Element) => textOf(list.shadowRoot!.querySelector('.told')!);

describe('what a list gives to take along', () => {
  const { writeText } = Clipboard.prototype;
  const { click } = HTMLAnchorElement.prototype;
  let copied: string[];
  let saved: { name: string; blob: Promise<Blob> }[];

  beforeEach(() => {
    copied = [];
    saved = [];
    Clipboard.prototype.writeText = text => Promise.resolve(void copied.push(text));
    HTMLAnchorElement.prototype.click = function () {
      if (!this.download) return click.call(this);
      saved.push({ name: this.download, blob: fetch(this.href).then(response => response.blob()) });
    };
  });

  afterEach(() => {
    Clipboard.prototype.writeText = writeText;
    HTMLAnchorElement.prototype.click = click;
    clearPage();
  });

  async function open(rows: StationRow[]) {
    const provider = new ControllableProvider();
    provider.answers.stations = answerFrom(() => rows);
    return { provider, list: await openList(provider, '', { connection: ['online'] }) };
  }

  const HARBOUR = [
    stationRow('CS-1', { locationId: 'L1', locationName: 'Harbour, "old" quay' }),
    stationRow('CS-2', {
      locationId: 'L2',
      locationName: 'Harbour\nnew',
      status: 'faulted',
      evses: [
        { id: '1', status: 'faulted' },
        { id: '2', status: 'charging' },
      ],
      lastMessageAt: undefined,
      troubleSince: AS_OF - 3_600_000,
      troubleSinceIs: 'observed',
      errorCode: 'GroundFailure',
      info: 'Phase L2, "hot"',
    }),
    stationRow('CS-3', { locationName: 'Market' }),
    stationRow('CS-4', { locationName: 'Harbour', connection: 'offline' }),
  ];
  const EXPECTED = [
    HEAD,
    [
      'CS-1',
      'L1',
      'Harbour, "old" quay',
      'online',
      'enabled',
      '1: available',
      new Date(AS_OF - 60_000).toISOString(),
      ...['', '', '', ''],
    ],
    [
      ...['CS-2', 'L2', 'Harbour\nnew', 'online', 'faulted', '1: faulted; 2: charging', ''],
      ...[new Date(AS_OF - 3_600_000).toISOString(), 'observed', 'GroundFailure', 'Phase L2, "hot"'],
    ],
  ];

  it('R19 R27: copies just what the tab and the search leave, as CSV', async () => {
    const { list } = await open(HARBOUR);
    await untilIds(list, ['CS-1', 'CS-2', 'CS-3']);
    searchFor(list, 'harbour');
    await untilIds(list, ['CS-1', 'CS-2']);
    await clickOn(partOf(list, 'copy'));
    await until(() => told(list) === 'Copied 2 stations.');
    expect(copied.map(readCsv)).to.deep.equal([EXPECTED]);
  });

  it('R19: takes along a station whose last message is at no moment as one that was never heard of', async () => {
    const { list } = await open([stationRow('CS-1', { lastMessageAt: 1e18 }), stationRow('CS-2')]);
    await untilIds(list, ['CS-1', 'CS-2']);
    await clickOn(partOf(list, 'copy'));
    await until(() => copied.length > 0);
    expect(readCsv(copied[0]!).map(cells => cells[6])).to.deep.equal([
      ...['last message', ''],
      new Date(AS_OF - 60_000).toISOString(),
    ]);
  });

  it('R19: saves the same as a file that spreadsheets read as UTF-8', async () => {
    const { list } = await open(HARBOUR);
    searchFor(list, 'harbour');
    await untilIds(list, ['CS-1', 'CS-2']);
    await clickOn(partOf(list, 'export'));
    await until(() => told(list) === 'Exported 2 stations.');
    const [{ name, blob }] = saved as [(typeof saved)[0]];
    expect(name).to.equal('stations.csv');
    const bytes = new Uint8Array(await (await blob).arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(readCsv(new TextDecoder().decode(bytes))).to.deep.equal(EXPECTED);
    expect((await blob).type).to.equal('text/csv;charset=utf-8');
  });

  it('R19: takes along all of a long list, not only what was scrolled to, and the order it is in', async () => {
    const rows = Array.from({ length: 12_345 }, (_, index) => stationRow(`CS-${index}`));
    const { provider, list } = await open(rows);
    await until(() => tabOf(list, 'online').dataset.count === '12345');
    list.shadowRoot!.querySelector<HTMLElement>('[role="columnheader"] button')!.click();
    await until(() => provider.questions('stations').some(({ about }) => 'sort' in (about as object)));
    await clickOn(partOf(list, 'copy'));
    await until(() => copied.length === 1);
    expect(readCsv(copied[0]!).map(([id]) => id)).to.deep.equal(['station', ...rows.map(({ id }) => id)]);
    const { sort } = provider.questions('stations').at(-1)!.about as { sort?: object };
    expect(sort).to.deep.equal({ by: 'id', descending: false, language: 'en' });
  });

  it('R19: a text that a spreadsheet would run is led by an apostrophe', async () => {
    const dangerous = ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1'];
    const { list } = await open(
      dangerous.map((text, index) =>
        stationRow(`CS-${index}`, {
          ...{ locationName: text, errorCode: text, info: text },
          evses: [{ id: text, status: 'available' }],
        }),
      ),
    );
    await untilIds(
      list,
      dangerous.map((_, index) => `CS-${index}`),
    );
    await clickOn(partOf(list, 'copy'));
    await until(() => copied.length === 1);
    const [, ...rows] = readCsv(copied[0]!);
    // After a tab or a line break another cell begins where quotes are not heeded.
    const led = ["'=1+1", "'+1", "'-1", "'@A1", "'\t'=1", "'\r'=1"];
    for (const column of [2, 9, 10]) expect(rows.map(row => row[column])).to.deep.equal(led);
    expect(rows.map(row => row[5])).to.deep.equal(led.map(text => `${text}: available`));
  });

  it('R19: says why it could not be copied, or had', async () => {
    const { provider, list } = await open(HARBOUR);
    await untilIds(list, ['CS-1', 'CS-2', 'CS-3']);
    Clipboard.prototype.writeText = () =>
      Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
    await clickOn(partOf(list, 'copy'));
    await until(() => told(list) === 'Could not be copied: Write permission denied.');
    provider.fail(new Error('The server answered 503.'));
    await clickOn(partOf(list, 'export'));
    await until(() => told(list) === 'Could not be exported: The server answered 503.');
    expect(saved).to.deep.equal([]);
    expect(list.shadowRoot!.querySelector('.told')!.role).to.equal('status');
  });
});
