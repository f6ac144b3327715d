/**
 * R4: when a station was last heard of, once another moment is stated. It never goes back. A moment in the future counts as now, once:
 * stated again, even when its time has come, it is no new sign of life.
 * @param before when it was last heard of: epoch milliseconds, NaN for never
 * @param stated epoch milliseconds, NaN for none
 * @param ahead a moment that counted as now before; 0 where there was none
 */
export function lastHeardAt(before: number, stated: number, ahead: number, now: number): number {
  if (ahead !== 0 && stated === ahead) return before;
  const heard = Math.min(stated, now);
  return heard > before || Number.isNaN(before) ? heard : before;
}
