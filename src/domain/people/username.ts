/** Names to sign in with: 2 to 50 letters, digits, dots, dashes; the first is a letter or a digit. */
export const isUsername = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,49}$/u.test(text)

/** Usernames are compared so: upper and lower case are the same, and so are the two ways to write "ế". */
export const usernameKey = (username: string): string => username.normalize('NFC').trim().toLowerCase()

/** A person's name as it is kept; undefined when the text is none. */
export function readPersonName(text: string): string | undefined {
  const name = text.trim().normalize('NFC')
  return name.length > 0 && name.length <= 100 && !/\p{Cc}/u.test(name) ? name : undefined
}
