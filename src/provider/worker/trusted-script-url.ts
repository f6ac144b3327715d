/** What is used of Trusted Types, which TypeScript's DOM does not know. A trusted URL is an object that only stands for its text. */
interface TrustedTypePolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: TrustedTypePolicy): TrustedTypePolicy;
}

let policy: TrustedTypePolicy | undefined;

/**
 * The URL of one of the library's own workers as a page takes it that requires Trusted Types for scripts: by the policy `ev-widgets`, which
 * nothing else can use. As given where the browser knows no Trusted Types, or the page allows no policy of that name.
 */
export function trustedScriptUrl(url: string | URL): string | URL {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };
  if (!trustedTypes) return url;
  try {
    policy ??= trustedTypes.createPolicy('ev-widgets', { createScriptURL: own => own });
  } catch {
    return url;
  }
  return policy.createScriptURL(String(url));
}
