import { faultFields } from './reported-fault.js';
import type { ReportedFault } from './reported-fault.js';
import type { EvseChange, Instant, NetworkChange, StationChange } from '../records.js';

/** Gathers what one message says of a station. */
export class StationReport {
  /** The status of the station as a whole (R8). */
  status?: string;
  /** Seconds; 0 says nothing about it. */
  heartbeatInterval = 0;
  /** The last fault that it tells of. */
  fault?: ReportedFault;
  private readonly evses = new Map<string, EvseChange>();

  evseStatus(evse: number, status: string): void {
    this.evse(evse).status = status;
  }

  /** A connector's word is newer than what its EVSE once stated itself, and takes that back unless this very message states it. */
  connectorStatus(evse: number, connector: number, status: string): void {
    const change = this.evse(evse);
    change.status ??= null;
    change.connectors = [
      ...(change.connectors ?? []).filter(({ id }) => id !== String(connector)),
      { id: String(connector), status },
    ];
  }

  /** The change of the network that this makes. */
  change(id: string, at: Instant | undefined): NetworkChange {
    const station: StationChange = { id };
    if (at !== undefined) station.lastMessageAt = at;
    if (this.heartbeatInterval > 0) station.heartbeatInterval = this.heartbeatInterval;
    if (this.status !== undefined) station.status = this.status;
    if (this.evses.size > 0) station.evses = [...this.evses.values()];
    if (this.fault) Object.assign(station, faultFields(this.fault, at));
    return { ...(at !== undefined && { asOf: at }), stations: [station] };
  }

  private evse(evse: number): EvseChange {
    const id = String(evse);
    let change = this.evses.get(id);
    if (!change) this.evses.set(id, (change = { id }));
    return change;
  }
}
