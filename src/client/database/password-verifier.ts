/**
 * What the tablet keeps to check a password without the server: PBKDF2-HMAC-SHA-256 with 600,000 rounds
 * (OWASP Password Storage Cheat Sheet, 2023) and a random salt. The password itself is kept nowhere.
 */
export interface PasswordVerifier {
  readonly iterations: number
  readonly salt: Uint8Array<ArrayBuffer>
  readonly hash: Uint8Array<ArrayBuffer>
}

const iterations = 600_000

export async function makeVerifier(password: string): Promise<PasswordVerifier> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { iterations, salt, hash: await derive(password, { salt, iterations }) }
}

/** Takes about as long for a wrong password as for the right one. */
export async function checkVerifier(verifier: PasswordVerifier, password: string): Promise<boolean> {
  const hash = await derive(password, verifier)
  let difference = hash.length ^ verifier.hash.length
  hash.forEach((byte, at) => {
    difference |= byte ^ (verifier.hash[at] ?? 0)
  })
  return difference === 0
}

async function derive(
  password: string,
  { salt, iterations }: Pick<PasswordVerifier, 'salt' | 'iterations'>,
): Promise<Uint8Array<ArrayBuffer>> {
  // Vietnamese keyboards differ in whether "ế" is one code point or three.
  const typed = new TextEncoder().encode(password.normalize('NFC'))
  const key = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256)
  return new Uint8Array(bits)
}
