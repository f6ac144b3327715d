/** What is used of Trusted Types, which TypeScript's DOM does not know. What is trusted is an object that only stands for its text. */
interface TrustedTypePolicy {
  createScriptURL(url: string): string;
  createHTML(html: string): string;
}
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: TrustedTypePolicy): TrustedTypePolicy;
}

/** Null once it was refused. */
let policy: TrustedTypePolicy | null | undefined;

/** The policy `ev-widgets`, which nothing else can use; none where the browser knows no Trusted Types, or the page allows no policy of that name. */
function ownPolicy(): TrustedTypePolicy | null {
  if (policy !== undefined) return policy;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };
  const rules = { createScriptURL: (own: string) => own, createHTML: (cleaned: string) => cleaned };
  try {
    policy = trustedTypes?.createPolicy('ev-widgets', rules) ?? null;
  } catch {
    // What is not trusted is refused where it is used, which is told there.
    policy = null;
  }
  return policy;
}

/** The URL of one of the library's own workers as a page takes it that requires Trusted Types for scripts; as given without a policy. */
export function trustedScriptUrl(url: string | URL): string | URL {
  return ownPolicy()?.createScriptURL(String(url)) ?? url;
}

/** HTML for a parser whose nodes are cleaned before they are shown, as a page takes it that requires Trusted Types for scripts; as given without a policy. */
export function trustedHtml(html: string): string {
  return ownPolicy()?.createHTML(html) ?? html;
}
