/** A box by its sides, in pixels from a point that its user names. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
