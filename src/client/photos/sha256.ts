/** SHA-256 of some bytes, 64 hexadecimal digits. */
export async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** SHA-256 of a text's UTF-8, 64 hexadecimal digits. */
export const hashOfText = async (text: string): Promise<string> =>
  sha256Of(new TextEncoder().encode(text).buffer)
