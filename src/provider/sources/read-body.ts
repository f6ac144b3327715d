function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * Reads a body to its end.
 * @param onProgress called for each piece of it that comes, with the bytes so far; what it throws ends the reading
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  onProgress: (length: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  try {
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      chunks.push(piece.value);
      length += piece.value.length;
      onProgress(length);
    }
  } catch (error) {
    void reader?.cancel().catch(() => undefined);
    throw error;
  }
  return join(chunks, length);
}
