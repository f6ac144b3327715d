import { UnreadableError } from '../../model/unreadable-error.js';

/** What a source gave is no snapshot. */
export class SnapshotError extends UnreadableError {}
