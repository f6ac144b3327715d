/** Pixels: browsers cut taller elements off (Firefox at 17.9 million, others at 33.5 million). */
const TALLEST = 15_000_000;

/**
 * Scrolls rows that are taller together than an element can be. Short scrolls move the rows pixel by pixel; a jump of more than
 * a page leads to the same share of all rows. `shift`: pixels not represented above the view; 0 while all rows fit into one
 * element.
 */
export class ScrollScale {
  /** Pixels from where a row is drawn to where it is among all rows. */
  shift = 0;
  private total = 0;
  /** `scrollTop` as it was seen or set last. */
  private top = 0;

  constructor(private readonly table: () => HTMLElement | null) {}

  /** Pixels of the element that stands for all rows. */
  get height(): number {
    return Math.min(this.total, TALLEST);
  }

  /** Takes the pixels of all rows together. */
  resize(total: number): void {
    this.total = total;
    if (this.excess === 0) this.shift = 0;
  }

  /** Where among all rows the table stands, in pixels, once it was scrolled to `top`. */
  read(top: number): number {
    const { table, end } = this;
    const isJump = Math.abs(top - this.top) > (table()?.clientHeight ?? 0);
    // Short scrolls may reach either end of the element before that of the rows.
    const isEdge = top <= 0 || top >= end - 1;
    if (this.excess > 0 && (isJump || isEdge)) this.shift = Math.min(1, top / end) * this.excess;
    this.top = top;
    return top + this.shift;
  }

  /** Scrolls the table to where `offset` pixels of all rows are above. */
  write(offset: number): void {
    const table = this.table();
    if (!table) return;
    const { end, excess } = this;
    table.scrollTop = offset - (offset / (end + excess || 1)) * excess;
    this.top = table.scrollTop;
    if (excess > 0) this.shift = Math.min(offset, end + excess) - this.top;
  }

  /** Lets the scrollbar show the true share again, which short scrolls leave. */
  settle(offset: number): void {
    if (this.excess > 0) this.write(offset);
  }

  /** Scrolls the table to its end. */
  toEnd(): void {
    this.write(this.end + this.excess);
  }

  get isAtEnd(): boolean {
    const top = this.table()?.scrollTop ?? 0;
    return top > 0 && top >= this.end - 1;
  }

  private get excess(): number {
    return Math.max(0, this.total - TALLEST);
  }

  /** The greatest `scrollTop`. */
  private get end(): number {
    const table = this.table();
    return table ? table.scrollHeight - table.clientHeight : 0;
  }
}
