/** Below this, gzip costs more than it saves. */
const leastBytes = 1024

/** A JSON text as the body of a request, compressed when that pays and the browser can. */
export async function gzipBody(
  text: string,
): Promise<{ readonly body: BodyInit; readonly headers: Record<string, string>; readonly bytes: number }> {
  const headers = { 'content-type': 'application/json' }
  const plain = new TextEncoder().encode(text)
  if (plain.byteLength <= leastBytes || !('CompressionStream' in globalThis))
    return { body: plain, headers, bytes: plain.byteLength }
  const gzip = new CompressionStream('gzip')
  const writer = gzip.writable.getWriter()
  // Whole, not as a stream: browsers send a stream only over HTTP/2, and without a length.
  const [body] = await Promise.all([
    new Response(gzip.readable).arrayBuffer(),
    // Not through a Blob, which has to be made known to the browser's process first.
    writer.write(plain),
    writer.close(),
  ])
  return { body, headers: { ...headers, 'content-encoding': 'gzip' }, bytes: body.byteLength }
}
