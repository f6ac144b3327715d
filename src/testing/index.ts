export { checkProvider, ProviderCheckError } from './check-provider.js';
export type { ProviderReport } from './check-provider.js';
