/** The one deployment state that the maps and pies count (R2). */
export const PRODUCTION = 'production';

/** The deployment states that there are, best first. A station in any other is not counted, and that is reported. */
export const DEPLOYMENT_STATES: readonly string[] = [PRODUCTION, 'stock', 'deprecated'];

/** R2: a station's deployment state, in lower case; one that states none, or an empty one, is in production. */
export function deploymentStateOf(stated: string | null | undefined): string {
  return stated ? stated.toLowerCase() : PRODUCTION;
}
