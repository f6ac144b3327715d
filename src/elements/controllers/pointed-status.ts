import { toggleAction } from '../../render/pie/legend.js';
import type { LegendOptions } from '../../render/pie/legend.js';
import type { TooltipContent } from '../../render/shared/tooltip.js';
import type { DataController, DataHost } from './data-controller.js';
import { TooltipController } from './tooltip-controller.js';

/** Slices, legend rows' bars and their buttons. */
const TARGETS = '[data-status]';

function statusOf(target: Element): string {
  return (target as HTMLElement | SVGElement).dataset.status!;
}

/**
 * What a reader points at in a pie or a legend: the status of that slice or row stands out in all views of its section, and a tooltip says
 * its number, share and change.
 */
export class PointedStatus {
  /** Has nothing stand out any more. */
  private restore?: () => void;

  constructor(
    host: DataHost,
    private readonly data: DataController<unknown>,
    private readonly options: () => LegendOptions,
  ) {
    new TooltipController(host, {
      targets: TARGETS,
      onPoint: target => this.highlight(target && statusOf(target)),
      contentOf: target => this.contentOf(target),
    });
  }

  private highlight(status: string | undefined): void {
    const { dimension, counts } = this.options();
    const before = this.restore;
    // What nobody is in has nothing to stand out.
    this.restore =
      status !== undefined && counts[status] ? this.data.highlight.show(dimension, status) : undefined;
    before?.();
  }

  private async contentOf(target: Element): Promise<Omit<TooltipContent, 'target'> | undefined> {
    const { statusBreakdown } = await import('../../render/pie/status-breakdown.js');
    const options = this.options();
    const status = statusOf(target);
    if (target.matches('.slice'))
      return {
        content: statusBreakdown(options, status, options.localize.term('showList')),
        sides: ['above', 'below', 'right', 'left'],
      };
    // A button beside a bar says what it does.
    if (!target.matches('.entry')) return undefined;
    const isRightToLeft = getComputedStyle(target).direction === 'rtl';
    return {
      content: statusBreakdown(options, status, toggleAction(options, status)),
      // The rows above and below it stay in reach.
      sides: isRightToLeft ? ['left', 'right', 'below', 'above'] : ['right', 'left', 'below', 'above'],
    };
  }
}
