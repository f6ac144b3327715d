import type { LitElement, ReactiveController } from 'lit';

import { Tooltip } from '../../render/shared/tooltip.js';
import type { TooltipContent } from '../../render/shared/tooltip.js';
import { PointedTarget } from './pointed-target.js';

/** What has a tooltip in an element, and when. */
interface TooltipOptions {
  /** Selects the targets in the element's shadow root. */
  targets: string;
  /** What a target's tooltip shows now; undefined for none. */
  contentOf(target: Element): Omit<TooltipContent, 'target'> | undefined;
  /** Called with the target that is pointed at, when it is another or none. */
  onPoint?(target: Element | undefined): void;
  /** Whether nothing is to be shown now. */
  isHeld?(): boolean;
}

/** Shows a tooltip beside what a reader points at in an element, and keeps it up to date while it is there. */
export class TooltipController implements ReactiveController {
  private readonly tooltip = new Tooltip();
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
        this.draw();
      },
      options.isHeld,
    );
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.target) this.draw();
  }

  /** Hides it while what is pointed at moves. */
  rest(): void {
    this.pointed.rest();
  }

  private draw(): void {
    const { target, options, tooltip } = this;
    const shown = target && options.contentOf(target);
    if (shown) tooltip.show(this.host.renderRoot, { ...shown, target });
    else tooltip.hide();
  }
}
