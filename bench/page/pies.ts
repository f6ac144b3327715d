import type { Counts } from '../../src/model/questions.js';
import type { StatusCounts } from '../../src/model/records.js';
import type { DataProvider } from '../../src/provider/data-provider.js';
import { stage } from '../peers/peer.js';
import type { Case, Measurement, Quantity, Settings } from './measurement.js';
import { STATUSES } from './networks.js';
import { frame, must, nextTask, repeat } from './timing.js';

const COLORS = ['#00955c', '#48649f', '#dd4115', '#8a939e'];

/** A pie that is drawn in the frame in which it is made or updated. */
interface Pie {
  update(counts: StatusCounts): void;
  /** How many available EVSEs it draws. */
  available(): number;
  remove(): void;
}

/** Loads a library; makes pies with it. */
type Library = () => Promise<(place: HTMLElement, counts: StatusCounts) => Pie>;

/** Answers at once: what is measured is the pie. */
class CountsProvider {
  readonly state = { status: 'ready' as const, leftOut: 0, asOf: 0 };
  private readonly listeners = new Set<() => void>();

  constructor(private counted: StatusCounts) {}

  subscribe(onChange: () => void): () => void {
    this.listeners.add(onChange);
    return () => {
      this.listeners.delete(onChange);
    };
  }

  async counts(): Promise<Counts> {
    return { total: 0, byStatus: this.counted };
  }

  now(): number {
    return 0;
  }

  change(counts: StatusCounts): void {
    this.counted = counts;
    for (const listener of this.listeners) listener();
  }
}

const LIBRARIES: Record<string, { library: Library; includes: string }> = {
  'ev-widgets': {
    includes:
      '`ev-evse-pie` whole: panel with heading, refresh, help and full screen, pie, and the legend that filters; counts from a provider that answers at once',
    library: async () => {
      await import('../../src/define/ev-evse-pie.js');
      return (place, counts) => {
        const provider = new CountsProvider(counts);
        const pie = document.createElement('ev-evse-pie');
        pie.provider = provider as unknown as DataProvider;
        place.append(pie);
        return {
          update: next => {
            provider.change(next);
          },
          available: () =>
            Number(pie.shadowRoot!.querySelector<SVGElement>('[data-status="available"]')?.dataset.count),
          remove: () => {
            pie.remove();
          },
        };
      };
    },
  },
  'Chart.js': {
    includes: 'a doughnut with its legend and tooltip on a canvas, not animated',
    library: async () => {
      const { Chart, DoughnutController, ArcElement, Legend, Tooltip } = await import('chart.js');
      Chart.register(DoughnutController, ArcElement, Legend, Tooltip);
      return (place, counts) => {
        const canvas = document.createElement('canvas');
        place.append(canvas);
        const chart = new Chart(canvas, {
          type: 'doughnut',
          data: {
            labels: [...STATUSES],
            datasets: [{ data: Object.values(counts), backgroundColor: COLORS }],
          },
          options: { animation: false },
        });
        return {
          update: next => {
            chart.data.datasets[0]!.data = Object.values(next);
            chart.update('none');
          },
          available: () => chart.data.datasets[0]!.data[0] as number,
          remove: () => {
            chart.destroy();
          },
        };
      };
    },
  },
  ECharts: {
    includes: 'a ring with its legend and tooltip as SVG, not animated',
    library: async () => {
      const [core, { PieChart }, components, { SVGRenderer }] = await Promise.all([
        import('echarts/core'),
        import('echarts/charts'),
        import('echarts/components'),
        import('echarts/renderers'),
      ]);
      core.use([PieChart, components.LegendComponent, components.TooltipComponent, SVGRenderer]);
      const seriesOf = (counts: StatusCounts) => [
        {
          type: 'pie',
          radius: ['40%', '70%'],
          data: Object.entries(counts).map(([name, value]) => ({ name, value })),
        },
      ];
      return (place, counts) => {
        const chart = core.init(place, null, { renderer: 'svg' });
        chart.setOption({
          animation: false,
          color: COLORS,
          legend: {},
          tooltip: {},
          series: seriesOf(counts),
        });
        // It draws in its own frame otherwise.
        chart.getZr().flush();
        return {
          update: next => {
            chart.setOption({ series: seriesOf(next) });
            chart.getZr().flush();
          },
          available: () => {
            const [series] = (chart.getOption() as { series: { data: { value: number }[] }[] }).series;
            return series!.data[0]!.value;
          },
          remove: () => {
            chart.dispose();
          },
        };
      };
    },
  },
};

const some = (turn: number): StatusCounts => ({
  available: 500 + 7 * turn,
  charging: 300 + 3 * turn,
  faulted: 20 + turn,
  undefined: 90,
});

async function* run({ subject }: Case, { box }: Settings): AsyncGenerator<Quantity> {
  const place = stage();
  place.style.cssText += '; width: 480px; height: 320px';
  const started = performance.now();
  const make = await LIBRARIES[subject]!.library();
  await frame();
  let pie = make(place, some(0));
  await nextTask();
  const cold = performance.now() - started;
  must(pie.available() === some(0).available, 'there is no pie');
  let turn = 0;
  const first = await repeat(
    box / 2,
    async () => {
      pie.remove();
      place.replaceChildren();
      await frame();
    },
    () => {
      pie = make(place, some(turn++));
      return nextTask();
    },
  );
  const update = await repeat(
    box / 2,
    () => frame(),
    () => {
      pie.update(some(++turn));
      return nextTask();
    },
  );
  must(pie.available() === some(turn).available, 'the pie does not show the last counts');
  yield* [
    { quantity: 'first pie of a page', unit: 'ms', samples: [cold] },
    { quantity: 'another pie', unit: 'ms', samples: first },
    { quantity: 'an update', unit: 'ms', samples: update },
  ];
}

export const measurement: Measurement = {
  title: 'Pies',
  includes: Object.fromEntries(
    Object.entries(LIBRARIES).map(([name, { includes }]) => [
      name,
      `${includes}; script, style, layout and paint; the first of a page with its script fetched from this machine`,
    ]),
  ),
  cases: () => Object.keys(LIBRARIES).map(subject => ({ subject, pages: 3 })),
  run,
};
