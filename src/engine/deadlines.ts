/** A longer copy of an array, with room to grow: at least `size` and twice what it was. */
function grown<T extends Float64Array | Int32Array>(array: T, size: number): T {
  const Type = array.constructor as new (length: number) => T;
  const copy = new Type(Math.max(size, array.length * 2, 64));
  copy.set(array);
  return copy;
}

/**
 * When each station changes by time alone, the earliest first: an indexed binary heap over flat arrays.
 *
 * A postponed deadline is moved only when its old time comes, so a message costs nothing here.
 */
export class Deadlines {
  private heap = new Int32Array(0);
  private times = new Float64Array(0);
  private places = new Int32Array(0);
  private size = 0;

  /** The earliest moment at which something may be due: epoch milliseconds; Infinity where nothing is. */
  get next(): number {
    return this.size > 0 ? this.times[this.heap[0]!]! : Infinity;
  }

  /** Sets when a station is due; Infinity for never. */
  set(station: number, time: number): void {
    if (time === Infinity) return;
    this.reserve(station + 1);
    const place = this.places[station]!;
    if (place < 0) {
      this.times[station] = time;
      this.heap[this.size] = station;
      this.places[station] = this.size;
      this.rise(this.size++);
    } else if (time < this.times[station]!) {
      this.times[station] = time;
      this.rise(place);
    }
  }

  /**
   * Visits each station whose time has come. `visit` answers when the station is due next.
   * @param visit is given a station that was due at or before `now`; may be early, never late
   */
  take(now: number, visit: (station: number) => number): void {
    while (this.size > 0) {
      const station = this.heap[0]!;
      if (this.times[station]! > now) return;
      const time = visit(station);
      if (time === Infinity) this.removeFirst();
      else {
        this.times[station] = time;
        this.sink(0);
      }
    }
  }

  private removeFirst(): void {
    this.places[this.heap[0]!] = -1;
    const last = this.heap[--this.size]!;
    if (this.size === 0) return;
    this.heap[0] = last;
    this.places[last] = 0;
    this.sink(0);
  }

  private rise(place: number): void {
    const { heap, times, places } = this;
    const station = heap[place]!;
    const time = times[station]!;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = heap[above]!;
      if (times[other]! <= time) break;
      heap[place] = other;
      places[other] = place;
      place = above;
    }
    heap[place] = station;
    places[station] = place;
  }

  private sink(place: number): void {
    const { heap, times, places, size } = this;
    const station = heap[place]!;
    const time = times[station]!;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= size) break;
      if (below + 1 < size && times[heap[below + 1]!]! < times[heap[below]!]!) below++;
      const other = heap[below]!;
      if (times[other]! >= time) break;
      heap[place] = other;
      places[other] = place;
      place = below;
    }
    heap[place] = station;
    places[station] = place;
  }

  private reserve(size: number): void {
    const had = this.places.length;
    if (size <= had) return;
    this.heap = grown(this.heap, size);
    this.times = grown(this.times, size);
    this.places = grown(this.places, size);
    this.places.fill(-1, had);
  }
}
