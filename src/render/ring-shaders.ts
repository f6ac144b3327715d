/** How many statuses a ring can show: as many as the largest of the maps' dimensions has. */
export const MOST_STATUSES = 4;

/** One rectangle a ring, large enough for its shadow and a pin's tip; lengths are pixels of CSS. */
export const VERTEX_SHADER = `#version 300 es
uniform vec2 size;
in vec2 middle;
in vec4 form;
in vec4 ends;
in vec2 growth;
out vec2 at;
flat out vec4 ringForm;
flat out vec4 ringEnds;
flat out float opacity;

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  float reach = form.x + 3.0;
  at = mix(vec2(-reach), vec2(reach, reach + form.y), corner);
  ringForm = form;
  ringEnds = ends;
  opacity = growth.y;
  vec2 place = (middle + at * growth.x) / size * 2.0 - 1.0;
  gl_Position = vec4(place.x, -place.y, 0.0, 1.0);
}
`;

/**
 * Shadow, ground with its edge, and the slices between two radii. Distances are negative inside; \`form\` is the radius of
 * the head, how far the tip reaches below it (none in a group), and the ring's outer and inner radius.
 */
export const FRAGMENT_SHADER = `#version 300 es
precision highp float;
uniform float ratio;
uniform vec3 statuses[${MOST_STATUSES}];
uniform vec3 surface;
uniform vec3 groupEdge;
uniform vec3 pinEdge;
in vec2 at;
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

vec3 slice(float radius) {
  float turn = atan(at.x, -at.y);
  if (turn < 0.0) turn += TURN;
  int status = turn < ringEnds.x ? 0 : turn < ringEnds.y ? 1 : turn < ringEnds.z ? 2 : 3;
  vec3 fill = statuses[status];
  vec4 start = vec4(0.0, ringEnds.xyz);
  if (ringEnds[status] - start[status] > TURN - 0.001) return fill;
  float gap = min(turn - start[status], ringEnds[status] - turn) * radius - 0.5;
  return mix(surface, fill, cover(-gap));
}

void main() {
  float radius = length(at);
  float head = ringForm.x;
  bool isPin = ringForm.y > 0.0;
  float outline = isPin ? drop(at, head - 1.0, head + ringForm.y) : radius - head + 0.5;
  float inside = cover(outline - 0.5);
  vec3 fill = mix(isPin ? pinEdge : groupEdge, surface, cover(outline + 0.5));
  float ring = max(radius - ringForm.z, ringForm.w - radius) + 0.5;
  float painted = cover(ring);
  if (painted > 0.0) fill = mix(fill, slice(radius), painted);
  float shadow = 0.2 * cover(length(at - vec2(0.0, 1.5)) - head);
  color = vec4(fill * inside, inside + shadow * (1.0 - inside)) * opacity;
}
`;
