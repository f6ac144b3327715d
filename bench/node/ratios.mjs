/** Adds to each result how many times what ours takes, where there is something to compare. */
export function withRatios(results) {
  for (const result of results) {
    const ours = results.find(
      other =>
        other.subject ===
          (result.subject.includes('engine alone') ? 'ev-widgets, engine alone' : 'ev-widgets') &&
        other.quantity === result.quantity &&
        other.network === result.network &&
        other.locations === result.locations,
    );
    if (ours?.median > 0 && result.median !== undefined) result.ratio = result.median / ours.median;
  }
  return results;
}
