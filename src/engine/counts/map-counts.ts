import type { BoundingBox } from '../../model/questions.js';
import { boxAround, fullBoxOf, narrowestBox } from './boxes.js';
import { EVSE_AT, MAP_WIDTH, PRESENT_AT } from './contribution.js';
import type { Difference } from './contribution.js';
import { NEVER, visitView } from './hierarchy.js';
import type { Hierarchy } from './hierarchy.js';
import { NONE } from '../store/tables.js';

/** After a node's counts stands the node above it: they are read together, so they lie together. */
const PARENT_AT = MAP_WIDTH;
const ROW = MAP_WIDTH + 1;
/** How many changes are propagated together at most. */
const PENDING = 4096;

/** The part of a node's row that a map's dimension shows: from where, and how many statuses. */
export interface RowPart {
  at: number;
  width: number;
}

/**
 * Counts of each node of a map: single locations and all groups above them. A location's change is added up the chain of
 * nodes above it, about eleven at 100,000 locations. Pending changes are propagated together, one level each in turn, so that
 * the processor waits for the memory of many nodes at once.
 */
export class MapCounts {
  private readonly rows: Int32Array;
  /** Of each pending change: its location, and while it is propagated the node that it comes to next. */
  private readonly nodes = new Int32Array(PENDING);
  /** Which of a node's counts it changes, and by how much. */
  private readonly places = new Uint8Array(PENDING);
  private readonly amounts = new Int32Array(PENDING);
  private pending = 0;

  /**
   * @param locations point of the hierarchy → location
   * @param nodeOf location → its node; -1 where it is not on the map
   */
  constructor(
    readonly hierarchy: Hierarchy,
    readonly locations: Int32Array,
    private readonly nodeOf: Int32Array,
  ) {
    const { size, parent } = hierarchy;
    this.rows = new Int32Array(ROW * size);
    for (let node = 0; node < size; node++) this.rows[ROW * node + PARENT_AT] = parent[node]!;
  }

  /** Adds what a station, or a change of one, adds to its location, with the next `flush`. */
  add(location: number, { size, places, values }: Difference): void {
    // Each entry may add a second one, for PRESENT_AT.
    if (2 * (this.pending + size) > PENDING) this.flush();
    for (let each = 0; each < size; each++) {
      const place = places[each]!;
      if (place < PRESENT_AT) this.push(location, place, values[place]!);
    }
  }

  /** Propagates the pending changes to the nodes. */
  flush(): void {
    const { rows, nodes, places, amounts, nodeOf, pending } = this;
    for (let each = 0; each < pending; each++) {
      const leaf = nodeOf[nodes[each]!] ?? NONE;
      if (leaf !== NONE) rows[ROW * leaf + places[each]!]! += amounts[each]!;
      nodes[each] = leaf;
    }
    for (let each = 0; each < pending; each++) {
      const leaf = nodes[each]!;
      if (leaf === NONE) continue;
      const parent = rows[ROW * leaf + PARENT_AT]!;
      const change = this.countPresence(leaf);
      if (change !== 0) this.push(parent, PRESENT_AT, change);
      nodes[each] = parent;
    }
    while (this.pending > 0) this.propagate();
  }

  /** Adds to a location without telling the nodes above: see `sumUp`. */
  addToLocation(location: number, { size, places, values }: Difference): void {
    const node = this.nodeOf[location] ?? NONE;
    if (node === NONE) return;
    for (let each = 0; each < size; each++) {
      const place = places[each]!;
      if (place < PRESENT_AT) this.rows[ROW * node + place]! += values[place]!;
    }
    this.countPresence(node);
  }

  /** Counts all groups from their locations, after `addToLocation` of all. */
  sumUp(): void {
    const { rows } = this;
    const { parent, size } = this.hierarchy;
    for (let node = size - 1; node >= 0; node--) {
      if (parent[node]! < 0) continue;
      const from = ROW * node;
      const to = ROW * parent[node]!;
      for (let index = 0; index < MAP_WIDTH; index++) rows[to + index]! += rows[from + index]!;
    }
  }

  /** A number of a node's row. */
  at(node: number, index: number): number {
    return this.rows[ROW * node + index]!;
  }

  /** How many stations or EVSEs a node shows. */
  total(node: number, { at, width }: RowPart): number {
    let total = 0;
    for (let index = at; index < at + width; index++) total += this.at(node, index);
    return total;
  }

  /** Visits the nodes with something to show in a box at a zoom. */
  visitView(bbox: BoundingBox, zoom: number, part: RowPart, visit: (node: number) => void): void {
    visitView(this.hierarchy, bbox, zoom, node => {
      if (this.total(node, part) > 0) visit(this.whereItSplits(node, part));
    });
  }

  /** Visits the locations under a node that have something to show. */
  visitLocations(node: number, part: RowPart, visit: (location: number) => void): void {
    const { end, point } = this.hierarchy;
    for (let under = node; under < end[node]!; under++) {
      if (point[under]! >= 0 && this.total(under, part) > 0) visit(this.locations[point[under]!]!);
    }
  }

  /** How many locations under a node have something to show. */
  locationsShown(node: number, part: RowPart): number {
    return part.at === EVSE_AT ? this.at(node, PRESENT_AT) : this.hierarchy.points[node]!;
  }

  /** The box around the locations under a node that have something to show. */
  boxOf(node: number, part: RowPart): BoundingBox {
    return boxAround(this.hierarchy, node, under => this.locationsShown(under, part));
  }

  /** The narrowest box around all locations; undefined where there is none. */
  bounds(): BoundingBox | undefined {
    const { size, end } = this.hierarchy;
    const boxes: BoundingBox[] = [];
    for (let node = 0; node < size; node = end[node]!) boxes.push(fullBoxOf(this.hierarchy, node));
    return narrowestBox(boxes);
  }

  /**
   * The node under which more than one branch has something to show, or the one location that has: a group all of whose
   * EVSEs are at one location is that location's pin.
   */
  private whereItSplits(node: number, part: RowPart): number {
    const { end, point, openZoom } = this.hierarchy;
    if (part.at !== EVSE_AT) return node;
    const shown = this.at(node, PRESENT_AT);
    let from = node;
    while (point[from]! < 0 && (shown === 1 || openZoom[from] !== NEVER)) {
      let child = from + 1;
      while (this.at(child, PRESENT_AT) === 0) child = end[child]!;
      if (this.at(child, PRESENT_AT) < shown) break;
      from = child;
    }
    return from;
  }

  private push(node: number, place: number, amount: number): void {
    const { pending } = this;
    this.nodes[pending] = node;
    this.places[pending] = place;
    this.amounts[pending] = amount;
    this.pending++;
  }

  /** Adds each pending change to its node and moves it to the node above; those at the top are done. */
  private propagate(): void {
    const { rows, nodes, places, amounts, pending } = this;
    let left = 0;
    for (let each = 0; each < pending; each++) {
      const node = nodes[each]!;
      if (node === NONE) continue;
      const place = places[each]!;
      const amount = amounts[each]!;
      rows[ROW * node + place]! += amount;
      nodes[left] = rows[ROW * node + PARENT_AT]!;
      places[left] = place;
      amounts[left++] = amount;
    }
    this.pending = left;
  }

  /** Counts whether a location has EVSEs to show; returns by how much that changed. */
  private countPresence(leaf: number): number {
    const { rows } = this;
    const at = ROW * leaf;
    let evses = 0;
    for (let index = EVSE_AT; index < PRESENT_AT; index++) evses += rows[at + index]!;
    const present = evses > 0 ? 1 : 0;
    const change = present - rows[at + PRESENT_AT]!;
    rows[at + PRESENT_AT] = present;
    return change;
  }
}
