import type { Rules } from '../../../src/engine/derivation.js';
import { strangeFields } from '../../../src/model/change-fields.js';
import { MOST_AHEAD } from '../../../src/model/clock.js';
import { isFields } from '../../../src/model/fields.js';
import { epochOf } from '../../../src/model/instant.js';
import type { Problems } from '../../../src/model/problems.js';
import type { Instant, NetworkChange, Problem } from '../../../src/model/records.js';
import type { Queries } from '../database/database.js';
import { knownByIds } from '../network/known.js';
import { restored } from '../network/restore.js';
import { writeNetwork } from '../network/write-network.js';
import { idsIn } from './ids-in.js';
import type { NetworkRow } from './network-row.js';
import { outcomeOf } from './outcome-of.js';
import { mergedProblems } from './problems.js';
import { RemovedRecords } from './removed.js';

/** The ids of what changes are about. */
function idsOf(changes: readonly unknown[]): { locations: string[]; stations: string[] } {
  const [locations, stations] = [new Set<string>(), new Set<string>()];
  for (const change of changes.filter(isFields)) {
    const removed = isFields(change.removed) ? change.removed : {};
    for (const id of [...idsIn(change.locations), ...idsIn(removed.locations)]) locations.add(id);
    for (const id of [...idsIn(change.stations), ...idsIn(removed.stations)]) stations.add(id);
    if (Array.isArray(change.locations))
      for (const place of change.locations.filter(isFields))
        for (const id of idsIn(place.stations)) stations.add(id);
  }
  return { locations: [...locations], stations: [...stations] };
}

/** When the newest of what changes say was true; one that does not say so is true now, and what is absurd is not followed. */
function newestOf(changes: readonly unknown[], now: number, asOf: number): number {
  let newest = asOf;
  for (const change of changes.filter(isFields)) {
    const moment = change.asOf == null ? now : epochOf(change.asOf as Instant);
    if (moment <= now + MOST_AHEAD) newest = Math.max(newest, moment);
  }
  return newest;
}

/** What changes hold beside the fields that a change has, once a path: a sender that misspells one does so each time. */
function strangeIn(changes: readonly unknown[], known: Problems | null): Problem[] {
  const told = new Set(known?.first.map(({ path }) => path));
  return changes.flatMap(strangeFields).filter(({ path }) => told.size < told.add(path).size);
}

/**
 * Takes changes, in their order, by the rules of the tab's own engine; the row says afterwards what the network has come to.
 * @param isReplayed whether they were taken before the snapshot that is now: what of them is late was counted then
 */
export async function takeChanges(
  queries: Queries,
  rules: Rules,
  row: NetworkRow,
  changes: readonly NetworkChange[],
  isReplayed = false,
): Promise<void> {
  const ids = idsOf(changes);
  const known = await knownByIds(queries, ids.locations, ids.stations);
  // A location that goes takes its stations with it.
  const stationIds = [...new Set([...ids.stations, ...known.stations.map(({ id }) => id)])];
  const removed = await RemovedRecords.read(queries, ids.locations, stationIds);
  const network = restored(rules, row.now, known);
  network.news.asOf = row.snapshot_as_of;
  removed.tell(network.news);
  for (const change of changes) network.change(change, row.now, isReplayed);
  await writeNetwork(queries, known, outcomeOf(network, known));
  await removed.write(queries, network.news);
  row.as_of = newestOf(changes, row.now, row.as_of ?? 0);
  row.newest_change = Math.max(row.newest_change, network.news.newest);
  row.late += network.news.late;
  if (!isReplayed) network.problems.addAll(strangeIn(changes, row.problems));
  if (network.problems.total > 0)
    row.problems = mergedProblems(row.problems ?? undefined, network.problems.summary);
  // A change's moment that is ahead moves the clock.
  row.clock_offset += Math.max(0, network.now - row.now);
  row.now = Math.max(row.now, network.now);
}
