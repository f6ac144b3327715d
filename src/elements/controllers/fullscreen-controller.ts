import type { LitElement, ReactiveController } from 'lit';

/**
 * R11: expands an element to the full screen, or to the full window where the browser refuses that (an iframe without the
 * permission), and brings it back. The element stays where it is in the document, so nothing in it is created again.
 */
export class FullscreenController implements ReactiveController {
  private isFullWindow = false;
  /** While the element is in a document: the page may move it to another. */
  private listening?: AbortController;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  get isExpanded(): boolean {
    return this.isFullWindow || this.isFullscreen;
  }

  async toggle(): Promise<void> {
    if (this.isFullWindow) this.leaveFullWindow();
    else if (this.isFullscreen) await this.host.ownerDocument.exitFullscreen();
    else await this.expand();
  }

  hostConnected(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.host.ownerDocument.addEventListener('fullscreenchange', this.onChange, { signal });
  }

  hostDisconnected(): void {
    this.listening?.abort();
    if (this.isFullWindow) this.leaveFullWindow();
  }

  private get isFullscreen(): boolean {
    const root = this.host.getRootNode() as Document | ShadowRoot;
    return root.fullscreenElement === this.host;
  }

  private async expand(): Promise<void> {
    try {
      await this.host.requestFullscreen();
    } catch {
      this.enterFullWindow();
    }
  }

  /** A popover is in the top layer: no ancestor's containment or overflow limits it. */
  private enterFullWindow(): void {
    this.isFullWindow = true;
    this.host.popover = 'manual';
    this.host.showPopover();
    this.host.ownerDocument.addEventListener('keydown', this.onKeydown, { signal: this.listening?.signal });
    this.host.requestUpdate();
  }

  private leaveFullWindow(): void {
    this.isFullWindow = false;
    this.host.popover = null;
    this.host.ownerDocument.removeEventListener('keydown', this.onKeydown);
    this.host.requestUpdate();
  }

  private readonly onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // A dialog of the page that it stands in stays open.
    event.preventDefault();
    this.leaveFullWindow();
  };

  private readonly onChange = () => {
    this.host.requestUpdate();
  };
}
