import type { LitElement, ReactiveController } from 'lit';

import type { Tooltip, TooltipContent } from '../../render/shared/tooltip.js';
import { PointedTarget } from './pointed-target.js';

type Content = Omit<TooltipContent, 'target'>;

/** What has a tooltip in an element, and when. */
interface TooltipOptions {
  /** Selects the targets in the element's shadow root. */
  targets: string;
  /** What a target's tooltip shows now; undefined for none. */
  contentOf(target: Element): Content | undefined | Promise<Content | undefined>;
  /** Called with the target that is pointed at, when it is another or none. */
  onPoint?(target: Element | undefined): void;
  /** Whether nothing is to be shown now. */
  isHeld?(): boolean;
}

/**
 * Shows a tooltip beside what a reader points at in an element, and keeps it up to date while it is there. What draws it is downloaded when something is
 * first pointed at.
 */
export class TooltipController implements ReactiveController {
  private tooltip?: Tooltip;
  private readonly pointed: PointedTarget;
  private target?: Element;

  constructor(
    private readonly host: LitElement,
    private readonly options: TooltipOptions,
  ) {
    this.pointed = new PointedTarget(
      host,
      options.targets,
      target => {
        this.target = target;
        options.onPoint?.(target);
        void this.draw();
      },
      options.isHeld,
    );
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.target) void this.draw();
  }

  /** Hides it while what is pointed at moves. */
  rest(): void {
    this.pointed.rest();
  }

  private async draw(): Promise<void> {
    const { target, options } = this;
    if (!target) {
      this.tooltip?.hide();
      return;
    }
    try {
      const [{ Tooltip }, shown] = await Promise.all([
        import('../../render/shared/tooltip.js'),
        options.contentOf(target),
      ]);
      if (target !== this.target) return;
      this.tooltip ??= new Tooltip();
      if (shown) this.tooltip.show(this.host.renderRoot as ShadowRoot, { ...shown, target });
      else this.tooltip.hide();
    } catch {
      // What could not be downloaded is said by the target's name and description too.
    }
  }
}
