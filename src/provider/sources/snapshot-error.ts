/** What a source gave is no snapshot. */
export class SnapshotError extends TypeError {}
