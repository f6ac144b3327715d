/** How many statuses a ring can show: as many as the largest of the maps' dimensions has. */
export const MOST_STATUSES = 4;

/**
 * One rectangle a ring, large enough for its shadow and a pin's tip, or a glyph; lengths are pixels of CSS. A ring's `form`
 * is the radius of its head, how far a tip reaches below it (none in a group's), and the outer and inner radius of its
 * slices, whose ends are angles. A glyph's is no radius, nothing, and its size; its ends are its corners on the atlas.
 */
export const VERTEX_SHADER = `#version 300 es
uniform vec2 size;
in vec2 middle;
in vec4 form;
in vec4 ends;
in vec2 growth;
out vec2 at;
out vec2 onAtlas;
flat out vec4 ringForm;
flat out vec4 ringEnds;
flat out float opacity;

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  float reach = form.x + 3.0;
  at = form.x > 0.0 ? mix(vec2(-reach), vec2(reach, reach + form.y), corner) : (corner - 0.5) * form.zw;
  onAtlas = mix(ends.xy, ends.zw, corner);
  ringForm = form;
  ringEnds = ends;
  opacity = growth.y;
  vec2 place = (middle + at * growth.x) / size * 2.0 - 1.0;
  gl_Position = vec4(place.x, -place.y, 0.0, 1.0);
}
`;

/** Shadow, ground with its edge, and the slices; or a glyph. Distances are negative inside; colours are premultiplied. */
export const FRAGMENT_SHADER = `#version 300 es
precision highp float;
uniform float ratio;
uniform vec4 statuses[${MOST_STATUSES}];
uniform vec4 surface;
uniform vec4 groupEdge;
uniform vec4 pinEdge;
uniform vec4 text;
uniform sampler2D atlas;
in vec2 at;
in vec2 onAtlas;
flat in vec4 ringForm;
flat in vec4 ringEnds;
flat in float opacity;
out vec4 color;

const float TURN = 6.28318531;

float cover(float distance) {
  return clamp(0.5 - distance * ratio, 0.0, 1.0);
}

/* A disc and the two straight lines from it to a tip below. */
float drop(vec2 point, float radius, float tip) {
  float down = radius / tip;
  vec2 side = vec2(sqrt(1.0 - down * down), down);
  vec2 folded = vec2(abs(point.x), point.y);
  float along = dot(folded, vec2(-down, side.x));
  if (along < 0.0) return length(folded) - radius;
  if (along > side.x * tip) return length(folded - vec2(0.0, tip));
  return dot(folded, side) - radius;
}

vec4 slice(float radius) {
  float turn = atan(at.x, -at.y);
  /* Rounded up to a whole turn, it would be after the end of all. */
  if (turn < 0.0) turn = min(turn + TURN, TURN - 0.00001);
  int status = turn < ringEnds.x ? 0 : turn < ringEnds.y ? 1 : turn < ringEnds.z ? 2 : 3;
  vec4 fill = statuses[status];
  vec4 start = vec4(0.0, ringEnds.xyz);
  if (ringEnds[status] - start[status] > TURN - 0.001) return fill;
  float gap = min(turn - start[status], ringEnds[status] - turn) * radius - 0.5;
  return mix(surface, fill, cover(-gap));
}

void main() {
  float head = ringForm.x;
  if (head == 0.0) {
    vec4 glyph = texture(atlas, onAtlas);
    color = mix(surface, text, glyph.r) * glyph.a * opacity;
    return;
  }
  float radius = length(at);
  bool isPin = ringForm.y > 0.0;
  float outline = isPin ? drop(at, head - 1.0, head + ringForm.y) : radius - head + 0.5;
  float inside = cover(outline - 0.5);
  vec4 fill = mix(isPin ? pinEdge : groupEdge, surface, cover(outline + 0.5));
  float ring = max(radius - ringForm.z, ringForm.w - radius) + 0.5;
  float painted = cover(ring);
  if (painted > 0.0) fill = mix(fill, slice(radius), painted);
  float shadow = 0.2 * cover(length(at - vec2(0.0, 1.5)) - head);
  vec4 above = fill * inside;
  color = (above + vec4(0.0, 0.0, 0.0, shadow * (1.0 - above.a))) * opacity;
}
`;
