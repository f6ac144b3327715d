import { GlyphAtlas } from './glyph-atlas.js';
import type { GlyphKind } from './glyph-atlas.js';
import { onPixel } from '../shared/pixel-ratio.js';
import { FRAGMENT_SHADER, MOST_STATUSES, VERTEX_SHADER } from './ring-shaders.js';

/** A group's pie or a pin, with its number. Lengths are pixels of CSS. */
export interface Ring {
  /** The middle of the ring. */
  x: number;
  y: number;
  radius: number;
  /** How far a pin's tip reaches below its head; a group has none. */
  tip: number;
  /** Between which radii the slices are drawn. */
  outer: number;
  inner: number;
  /** Where each status's slice ends, in radians from twelve o'clock clockwise: `MOST_STATUSES` of them. */
  ends: readonly number[];
  /** What stands in its middle. */
  number: string;
  /** What stands at its top right, for example `!`. */
  sign?: string | undefined;
  /** 1, and less while it grows. */
  scale: number;
  opacity: number;
}

/** What a canvas covers of the plane that rings stand on. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What the colours after those of the statuses are for, by the shader's names. */
export const OTHER_PAINTS = ['surface', 'groupEdge', 'pinEdge', 'text'] as const;
export type OtherPaint = (typeof OTHER_PAINTS)[number];

/** The floats of a ring or a glyph, by the shader's names. */
const LAYOUT = { middle: 2, form: 4, ends: MOST_STATUSES, growth: 2 };
const WIDTH = Object.values(LAYOUT).reduce((sum, length) => sum + length, 0);
const BYTES = Float32Array.BYTES_PER_ELEMENT;

/** Where a sign's middle is, in pixels right of and above the ring's. */
const SIGN_AT = 13.5;

function compile(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX_SHADER],
    [gl.FRAGMENT_SHADER, FRAGMENT_SHADER],
  ] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS))
    throw new Error(`The markers of a map cannot be drawn: ${gl.getProgramInfoLog(program)}`);
  return program;
}

/** Draws rings by WebGL: hundreds cost the page's thread no more than one. */
export class RingCanvas {
  readonly element = document.createElement('canvas');
  readonly #gl: WebGL2RenderingContext;
  #program!: WebGLProgram;
  readonly #atlas = new GlyphAtlas();
  #floats = new Float32Array(1024 * WIDTH);
  /** How many rings and glyphs are in the floats. */
  #count = 0;

  /**
   * @param onLost a browser has taken the drawing away, as it may with too many on a page, or wants it again
   * @throws where WebGL2 can't be had
   */
  constructor(onLost: (isLost: boolean) => void) {
    const gl = this.element.getContext('webgl2', {
      antialias: false,
      depth: false,
      powerPreference: 'low-power',
    });
    if (!gl) throw new Error('The markers of a map need WebGL2, which this browser does not offer here.');
    this.#gl = gl;
    this.element.ariaHidden = 'true';
    this.#prepare();
    this.element.addEventListener('webglcontextlost', event => {
      event.preventDefault();
      onLost(true);
    });
    this.element.addEventListener('webglcontextrestored', () => {
      this.#prepare();
      onLost(false);
    });
  }

  /**
   * Draws these and no others, the later above the earlier, and stands where the box does.
   * @param paints four numbers for each status and each of `OTHER_PAINTS`, as `Paints` gives them
   * @param font the family, as CSS writes it
   */
  draw(rings: readonly Ring[], { left, top, width, height }: Box, paints: Float32Array, font: string): void {
    const gl = this.#gl;
    const ratio = devicePixelRatio;
    this.#resize(Math.round(width * ratio), Math.round(height * ratio));
    const [wide, high] = [this.element.width / ratio, this.element.height / ratio];
    this.element.style.cssText = `left: ${left}px; top: ${top}px; width: ${wide}px; height: ${high}px`;
    gl.clear(gl.COLOR_BUFFER_BIT);
    const uniform = (name: string) => gl.getUniformLocation(this.#program, name);
    gl.uniform2f(uniform('size'), wide, high);
    gl.uniform1f(uniform('ratio'), ratio);
    const statuses = paints.length / 4 - OTHER_PAINTS.length;
    gl.uniform4fv(uniform('statuses'), paints, 0, 4 * statuses);
    OTHER_PAINTS.forEach((name, index) => gl.uniform4fv(uniform(name), paints, 4 * (statuses + index), 4));
    this.#atlas.setFont(font, ratio);
    let before: number;
    do {
      before = this.#atlas.canvas.height;
      this.#write(rings, left, top);
      // An atlas without room starts anew with more of it: what was written until then is void.
    } while (this.#atlas.canvas.height > before);
    if (this.#atlas.isChanged) {
      this.#atlas.isChanged = false;
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, this.#atlas.canvas);
    }
    gl.bufferData(gl.ARRAY_BUFFER, this.#floats, gl.STREAM_DRAW, 0, this.#count * WIDTH);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#count);
  }

  /** Text is drawn anew, for example in a font that has come. */
  forgetText(): void {
    this.#atlas.forget();
  }

  /** Frees the context: a page has but a few. */
  remove(): void {
    this.element.remove();
    this.#gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  #prepare(): void {
    const gl = this.#gl;
    this.#program = compile(gl);
    gl.useProgram(this.#program);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    let offset = 0;
    for (const [name, length] of Object.entries(LAYOUT)) {
      const at = gl.getAttribLocation(this.#program, name);
      gl.enableVertexAttribArray(at);
      gl.vertexAttribPointer(at, length, gl.FLOAT, false, WIDTH * BYTES, offset * BYTES);
      gl.vertexAttribDivisor(at, 1);
      offset += length;
    }
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    this.#atlas.isChanged = true;
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.viewport(0, 0, this.element.width, this.element.height);
  }

  #resize(width: number, height: number): void {
    // Setting a canvas's size, even to what it is, makes another buffer.
    if (this.element.width === width && this.element.height === height) return;
    this.element.width = width;
    this.element.height = height;
    this.#gl.viewport(0, 0, width, height);
  }

  #write(rings: readonly Ring[], left: number, top: number): void {
    this.#count = 0;
    for (const ring of rings) {
      const { radius, tip, outer, inner, number, sign, scale } = ring;
      const [x, y] = [ring.x - left, ring.y - top];
      this.#add(x, y, [radius, tip, outer, inner], ring.ends, ring);
      this.#addText(tip > 0 ? 'pin' : 'group', number, x, y, ring);
      if (sign !== undefined) this.#addText('sign', sign, x + SIGN_AT * scale, y - SIGN_AT * scale, ring);
    }
  }

  /** Text stands on whole pixels of the screen, where it is as sharp as it was drawn. */
  #addText(kind: GlyphKind, text: string, x: number, y: number, ring: Ring): void {
    const line = this.#atlas.lineOf(kind, text);
    let from = -line.width / 2;
    for (const { width, height, advance, corners } of line.glyphs) {
      const left = onPixel(x + ring.scale * (from + advance / 2) - width / 2);
      const top = onPixel(y - height / 2);
      this.#add(left + width / 2, top + height / 2, [0, 0, width, height], corners, ring);
      from += advance;
    }
  }

  #add(
    x: number,
    y: number,
    form: readonly number[],
    ends: readonly number[],
    { scale, opacity }: Ring,
  ): void {
    if ((this.#count + 1) * WIDTH > this.#floats.length) {
      const more = new Float32Array(2 * this.#floats.length);
      more.set(this.#floats);
      this.#floats = more;
    }
    const floats = this.#floats;
    let at = this.#count++ * WIDTH;
    floats[at++] = x;
    floats[at++] = y;
    for (const number of form) floats[at++] = number;
    for (const number of ends) floats[at++] = number;
    floats[at++] = scale;
    floats[at] = opacity;
  }
}
