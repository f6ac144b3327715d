/** A style of a map that has no ground drawn below its markers: drawn by software, the world takes most of a test's time. */
export const NO_GROUND_STYLE = `data:application/json,${encodeURIComponent('{"version":8,"sources":{},"layers":[]}')}`;

/** The attribute of a map, or of an overview, that is without a ground. */
export const NO_GROUND = `map-style="${NO_GROUND_STYLE}"`;
