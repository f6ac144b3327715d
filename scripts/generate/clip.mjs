/** A box in degrees: west, south, east, north. */

/** Where the way from one point to another crosses a line of one coordinate. */
function crossing(from, to, axis, at) {
  const share = (at - from[axis]) / (to[axis] - from[axis]);
  const other = from[1 - axis] + share * (to[1 - axis] - from[1 - axis]);
  return axis === 0 ? [at, other] : [other, at];
}

/** The four half-planes whose common part a box is. */
const sidesOf = ([west, south, east, north]) => [
  { axis: 0, at: west, isInside: point => point[0] >= west },
  { axis: 0, at: east, isInside: point => point[0] <= east },
  { axis: 1, at: south, isInside: point => point[1] >= south },
  { axis: 1, at: north, isInside: point => point[1] <= north },
];

function clipRingAt(ring, { axis, at, isInside }) {
  const clipped = [];
  for (let i = 1; i < ring.length; i++) {
    const [from, to] = [ring[i - 1], ring[i]];
    if (isInside(from)) clipped.push(from);
    if (isInside(from) !== isInside(to)) clipped.push(crossing(from, to, axis, at));
  }
  return clipped.length < 3 ? [] : [...clipped, clipped[0]];
}

/** Whether all of a line is inside a box or, as far as its own box tells, outside: most are one or the other. */
function placeOf(line, [west, south, east, north]) {
  const own = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of line) {
    own[0] = Math.min(own[0], x);
    own[1] = Math.min(own[1], y);
    own[2] = Math.max(own[2], x);
    own[3] = Math.max(own[3], y);
  }
  if (own[0] > east || own[2] < west || own[1] > north || own[3] < south) return 'outside';
  return own[0] >= west && own[2] <= east && own[1] >= south && own[3] <= north ? 'inside' : 'across';
}

/** The part of a polygon inside a box (Sutherland–Hodgman): its closed rings; none where it lies outside. */
export function clipPolygon(rings, box) {
  const place = placeOf(rings[0], box);
  if (place !== 'across') return place === 'inside' ? rings : [];
  const clipped = rings.map(ring => sidesOf(box).reduce(clipRingAt, ring));
  return clipped[0].length ? clipped.filter(ring => ring.length) : [];
}

function clipLineAt(line, { axis, at, isInside }) {
  const parts = [];
  let part = [];
  for (const [i, point] of line.entries()) {
    const before = line[i - 1];
    if (before && isInside(before) !== isInside(point)) part.push(crossing(before, point, axis, at));
    if (isInside(point)) part.push(point);
    else if (part.length) {
      parts.push(part);
      part = [];
    }
  }
  return [...parts, part].filter(({ length }) => length > 1);
}

/** The parts of a line inside a box. */
export function clipLine(line, box) {
  const place = placeOf(line, box);
  if (place !== 'across') return place === 'inside' ? [line] : [];
  return sidesOf(box).reduce((parts, side) => parts.flatMap(part => clipLineAt(part, side)), [line]);
}
