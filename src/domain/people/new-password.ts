/** A password has at least so many characters (NIST SP 800-63B, 5.1.1.2). */
export const leastPassword = 8

/** Why somebody may not choose a password; undefined when they may. The app says it before the server does. */
export function refuseNewPassword(password: string, before: string): 'tooShort' | 'same' | undefined {
  if (password.length < leastPassword) return 'tooShort'
  return password.normalize('NFC') === before.normalize('NFC') ? 'same' : undefined
}
