import type { LocationDetail } from '../model/answers.js';
import type { DataProvider } from '../provider/types.js';
import { DataController } from './data-controller.js';
import type { DataHost } from './data-controller.js';

/** What a popup is open for: a location, or several that stand at one point. */
export interface Opened {
  locationIds: readonly string[];
  /** Longitude, latitude. */
  at: [number, number];
}

async function details(
  provider: DataProvider,
  { locationIds }: Opened,
  signal: AbortSignal,
): Promise<LocationDetail[]> {
  const found = await Promise.all(locationIds.map(id => provider.location(id, { signal })));
  return found.filter(location => location !== undefined);
}

/**
 * A map's popup: which locations it is open for, and what is known of them, kept up to date while it is open. Of several
 * locations one can be opened, and left again.
 */
export class PopupController {
  /** What the popup is open for. */
  opened?: Opened;
  private chosen?: string;
  private readonly data: DataController<{ of: Opened; locations: LocationDetail[] } | undefined>;

  constructor(private readonly host: DataHost) {
    this.data = new DataController(host, async (provider, signal) => {
      const { opened } = this;
      return opened && { of: opened, locations: await details(provider, opened, signal) };
    });
  }

  /** The locations that the popup shows; undefined until they are known. */
  get locations(): LocationDetail[] | undefined {
    const { answer } = this.data;
    return answer && answer.of === this.opened ? answer.locations : undefined;
  }

  /** The one location that the popup shows, if it shows one. */
  get location(): LocationDetail | undefined {
    const { locations } = this;
    if (!locations) return undefined;
    return this.opened!.locationIds.length === 1
      ? locations[0]
      : locations.find(({ id }) => id === this.chosen);
  }

  /** Whether one of several is shown, so that there is a way back. */
  get isChosen(): boolean {
    return this.chosen !== undefined && this.location !== undefined;
  }

  /** Why nothing is known of the locations. */
  get error(): Error | undefined {
    return this.data.error;
  }

  open(opened: Opened): void {
    this.opened = opened;
    this.chosen = undefined;
    this.data.ask();
    this.host.requestUpdate();
  }

  /** Shows one of several. */
  choose(id: string | undefined): void {
    this.chosen = id;
    this.host.requestUpdate();
  }

  close(): void {
    this.opened = this.chosen = undefined;
    this.host.requestUpdate();
  }
}
