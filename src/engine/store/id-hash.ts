const encoder = new TextEncoder();

/**
 * A hash of texts by their UTF-8, under a key of its own that nobody can know: HalfSipHash-1-3 (Aumasson and Bernstein), made for hash tables
 * that an attacker fills. Whoever sends ids cannot choose ones that collide.
 */
export class IdHash {
  private readonly key = crypto.getRandomValues(new Int32Array(2));
  /** Holds the bytes of a short text. */
  private readonly scratch = new Uint8Array(64);

  /** 32 bits. */
  ofText(text: string): number {
    const { scratch } = this;
    const { length } = text;
    if (length <= scratch.length) {
      // ASCII is its own UTF-8; to encode it would take longer than to hash it.
      let units = 0;
      for (let at = 0; at < length; at++) {
        const unit = text.charCodeAt(at);
        scratch[at] = unit;
        units |= unit;
      }
      if (units < 128) return this.ofBytes(scratch, 0, length);
    }
    const bytes = encoder.encode(text);
    return this.ofBytes(bytes, 0, bytes.length);
  }

  /** 32 bits; the bytes are UTF-8. */
  ofBytes(bytes: Uint8Array, start: number, end: number): number {
    let v0 = this.key[0]!;
    let v1 = this.key[1]!;
    let v2 = v0 ^ 0x6c796765;
    let v3 = v1 ^ 0x74656462;
    const words = (end - start) >> 2;
    const tail = start + 4 * words;
    // A round for each word of four bytes, one for the bytes left over and their number, and three to finish.
    for (let round = 0; round < words + 4; round++) {
      let word = 0;
      if (round < words) {
        const at = start + 4 * round;
        word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
      } else if (round === words) {
        word = (end - start) << 24;
        for (let at = tail; at < end; at++) word |= bytes[at]! << (8 * (at - tail));
      } else if (round === words + 1) {
        v2 ^= 0xff;
      }
      v3 ^= word;
      v0 = (v0 + v1) | 0;
      v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
      v0 = (v0 << 16) | (v0 >>> 16);
      v2 = (v2 + v3) | 0;
      v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
      v2 = (v2 << 16) | (v2 >>> 16);
      v0 ^= word;
    }
    return v1 ^ v3;
  }
}
