import { shown } from '../../model/fields.js';
import { isProvider, noProviderMessage } from '../../provider/context.js';
import type { DataProvider } from '../../provider/data-provider.js';
import { localProvider } from '../../provider/local-provider.js';
import type { DisposableProvider } from '../../provider/local-provider.js';
import { remoteProvider } from '../../provider/remote-provider.js';
import type { FeedFormat } from '../../provider/sources/feed-formats.js';
import { feedSource } from '../../provider/sources/feed-source.js';
import { isWebSocket, withLive } from '../../provider/sources/live.js';
import type { RequestHeaders } from '../../provider/sources/request-options.js';

/** What a provider is made of: an element's properties. */
interface Properties {
  readonly provider?: DataProvider;
  readonly src?: string;
  readonly format: FeedFormat | 'remote';
  readonly headers?: RequestHeaders;
  readonly live?: string;
}

/** The provider that an element makes itself of its properties. */
export class MadeProvider {
  provider?: DisposableProvider;
  /** Why none could be made. */
  problem?: Error;

  constructor(private readonly properties: Properties) {}

  /** Makes it of the properties as they are now, in place of the one before; none of no `src`, and none beside the host's own. */
  make(): void {
    this.dispose();
    try {
      this.provider = this.made();
    } catch (error) {
      this.problem = error as Error;
    }
  }

  dispose(): void {
    this.provider?.dispose();
    this.provider = this.problem = undefined;
  }

  private made(): DisposableProvider | undefined {
    const { provider, src, format, live } = this.properties;
    if (provider && !isProvider(provider)) throw new TypeError(noProviderMessage(provider));
    if (provider || !src) return undefined;
    if (format === 'remote') {
      if (live)
        throw new TypeError(
          `live is ${shown(live)}; expected none with the format remote, which has a stream of its own.`,
        );
      return remoteProvider(src, { headers: this.headers });
    }
    const source = feedSource(src, format, { headers: this.headers });
    if (!live) return localProvider(source);
    // A browser sends no headers with a WebSocket.
    return localProvider(withLive(source, live, isWebSocket(live) ? {} : { headers: this.headers }));
  }

  /** Where they are a function, the one that is set when a request is made. */
  private get headers(): RequestHeaders | undefined {
    const { properties } = this;
    if (typeof properties.headers !== 'function') return properties.headers ?? undefined;
    return () =>
      typeof properties.headers === 'function' ? properties.headers() : (properties.headers ?? {});
  }
}
