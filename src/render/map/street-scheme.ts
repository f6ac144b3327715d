/** The scheme of URLs by which MapLibre asks for the tiles of a host's file: `ev-tiles://URL of the file/zoom/x/y`. */
export const STREET_TILES = 'ev-tiles';
