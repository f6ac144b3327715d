/** The one deployment state that the maps and pies count (R2). */
export const PRODUCTION = 'production';

/** R2: a station that states no deployment state counts as production. */
export function deploymentStateOf(stated: string | null | undefined): string {
  return stated ?? PRODUCTION;
}
