/** What a server answered, as errors tell it: `503 Service Unavailable`. */
export function statusOf({ status, statusText }: Response): string {
  return `${status} ${statusText}`.trim();
}

/** Lets go of an answer whose body is not read. */
export function dismiss(response: Response): void {
  void response.body?.cancel().catch(() => undefined);
}
