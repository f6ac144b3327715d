import { expect } from 'chai';
import fc from 'fast-check';

import { toCsv } from '../../src/model/csv.js';
import { readCsv } from '../support/csv.js';

const written: [title: string, cell: string, expected: string][] = [
  ['plain text as it is', 'Harbour', 'Harbour'],
  ['nothing as nothing', '', ''],
  ['a comma in quotes', 'Quay 1, Rotterdam', '"Quay 1, Rotterdam"'],
  ['quotes doubled', 'the "old" quay', '"the ""old"" quay"'],
  ['a line break in quotes', 'two\nlines', '"two\nlines"'],
  ['names in any script', 'חניון 東京', 'חניון 東京'],
  ['a formula led by an apostrophe', '=1+1', "'=1+1"],
  ['a plus so too', '+31 10 123', "'+31 10 123"],
  ['a minus', '-2', "'-2"],
  ['an at', '@SUM(A1)', "'@SUM(A1)"],
  ['a tab', '\t=1', "'\t=1"],
  ['a carriage return', '\r=1', '"\'\r=1"'],
  ['a line feed', '\n=1', '"\'\n=1"'],
  ['a full-width equals sign', '＝1', "'＝1"],
  ['a formula with quotes and commas', '=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['such a sign further on as it is', 'NL*1-2=3@4', 'NL*1-2=3@4'],
];

describe('CSV', () => {
  for (const [title, cell, expected] of written) {
    it(`R19: writes ${title}`, () => {
      expect(toCsv([['id', cell]])).to.equal(`id,${expected}\r\n`);
    });
  }

  it('R19: of nothing is nothing', () => {
    expect(toCsv([])).to.equal('');
  });

  const texts = fc.string({
    unit: fc.oneof(fc.constantFrom(...'"\r\n,=+-@\t \'＝'), fc.string({ maxLength: 3 })),
  });
  const tables = fc.array(fc.array(texts, { minLength: 2, maxLength: 4 }), { maxLength: 6 });

  it('R19: reads back as it was written, but for the apostrophes that keep formulas from being run', () => {
    fc.assert(
      fc.property(tables, rows => {
        const read = readCsv(toCsv(rows));
        expect(
          read.map(row => row.map(cell => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))),
        ).to.deep.equal(rows.map(row => row.map(cell => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))));
      }),
    );
  });

  it('R19: holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(tables, rows => {
        for (const cell of readCsv(toCsv(rows)).flat()) expect(cell).not.to.match(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});
