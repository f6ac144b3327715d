import type { ConnectionStatus } from '../records.js';

/** An EVSE as OCPI 2.1.1 §8.3.2 or 2.2.1 §8.3.2 publishes it, unchecked; only the fields named here are read. */
export interface OcpiEvse {
  readonly uid?: string;
  readonly evse_id?: string;
  readonly status?: string;
  readonly last_updated?: string;
  readonly [field: string]: unknown;
}

/** A Location as OCPI 2.1.1 §8.3.1 or 2.2.1 §8.3.1 publishes it, unchecked; 2.1.1 has no `country_code` and `party_id`. */
export interface OcpiLocation {
  readonly country_code?: string;
  readonly party_id?: string;
  readonly id?: string;
  readonly evses?: readonly OcpiEvse[];
  readonly last_updated?: string;
  readonly [field: string]: unknown;
}

/** What a host knows better than its OCPI feed says. */
export interface OcpiOverrides {
  /** The id of the station that an EVSE belongs to; EVSEs of a location with one id form one station. undefined: by the rule. */
  stationIdOf?: (evse: OcpiEvse, location: OcpiLocation) => string | undefined;
  /** The connection of the station that these EVSEs form. undefined: by the rule. */
  connectionOf?: (evses: readonly OcpiEvse[], location: OcpiLocation) => ConnectionStatus | undefined;
}
