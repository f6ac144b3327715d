/** A number with three significant digits, grouped by thousands. */
export function formatted(number) {
  return number.toLocaleString('en', { maximumSignificantDigits: Math.abs(number) >= 1000 ? 4 : 3 });
}

const networkOf = ({ network, locations }) =>
  [network, locations && `${locations.toLocaleString('en')}`].filter(Boolean).join(' ');

/** A row: quantity, network, subject, median, spread, ratio. */
function cells(result) {
  const about = [networkOf(result), result.subject];
  if (result.failure) return [result.quantity ?? '', ...about, result.failure, '', ''];
  const { quantity, unit, median, min, max, samples, ratio } = result;
  return [
    quantity,
    ...about,
    `${formatted(median)} ${unit}`,
    samples > 1 ? `${formatted(min)} – ${formatted(max)} (${samples})` : '',
    ratio === undefined || ratio === 1 ? '' : `${formatted(ratio)} ×`,
  ];
}

const RESULT_HEADS = ['what', 'network', 'who', 'median', 'least – most (samples)', 'to ours'];
const TARGET_HEADS = ['target', 'expected', 'measured', ''];

/** Rows of one quantity and network stand together. */
function resultRows({ results }) {
  const order = [...new Set(results.map(result => `${result.quantity}|${networkOf(result)}`))];
  const placed = result => order.indexOf(`${result.quantity}|${networkOf(result)}`);
  return [...results].sort((a, b) => placed(a) - placed(b)).map(cells);
}

function targetRows(targets) {
  return targets.map(({ target, expected, limit, value, unit, isMet }) => {
    // The factor between the measured value and the limit.
    const factor = expected === 'at least' ? value / limit : limit / value;
    const by = Number.isFinite(factor) && factor > 0 ? `, ${formatted(isMet ? factor : 1 / factor)} ×` : '';
    return [
      target,
      `${expected} ${formatted(limit)} ${unit}`,
      `${formatted(value)} ${unit}`,
      isMet ? `met${by && `${by} better`}` : `not met${by && `${by} short`}`,
    ];
  });
}

const TIME_HEADS = ['measurement', 'seconds'];

/** How long each measurement took, and the whole run with its preparation. */
const timeRows = ({ measurements, seconds }) => [
  ...measurements.map(measurement => [measurement.title, measurement.seconds.toFixed(0)]),
  ['all, with the builds that are measured', seconds.toFixed(0)],
];

const about = ({ measuredAt, browser, processor, settings }) =>
  `Measured ${measuredAt.slice(0, 10)} in ${browser} on ${processor}; the stream ran ${settings.seconds} s.`;

function aligned(heads, rows) {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map(row => row[column].length)));
  return [heads, ...rows].map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

function markdownTable(heads, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}

/** What was measured as a text for a terminal. */
export function textReport(run) {
  const sections = run.measurements.flatMap(measurement => [
    '',
    measurement.title,
    ...aligned(RESULT_HEADS, resultRows(measurement)),
  ]);
  const targets = run.targets.length
    ? ['', 'Targets', ...aligned(TARGET_HEADS, targetRows(run.targets))]
    : [];
  const time = ['', 'Time of the run', ...aligned(TIME_HEADS, timeRows(run))];
  return [about(run), ...sections, ...targets, ...time, ''].join('\n');
}

/** What was measured as a part of a document. */
export function markdownReport(run) {
  const sections = run.measurements.flatMap(measurement => [
    '',
    `### ${measurement.title}`,
    '',
    ...markdownTable(RESULT_HEADS, resultRows(measurement)),
    '',
    ...Object.entries(measurement.includes).map(([subject, includes]) => `- **${subject}**: ${includes}.`),
  ]);
  return [
    about(run),
    '',
    '### Targets',
    '',
    ...markdownTable(TARGET_HEADS, targetRows(run.targets)),
    ...sections,
    '',
    '### Time of the run',
    '',
    ...markdownTable(TIME_HEADS, timeRows(run)),
  ].join('\n');
}
