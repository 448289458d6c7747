/** A sentence for the operator out of an error and what caused it; never with the URL of a database. */
export function explainError(error: unknown): string {
  const words: string[] = []
  for (let at = error; at instanceof Error; at = at.cause ?? (at as AggregateError).errors?.[0]) {
    const { code } = at as NodeJS.ErrnoException
    const own = at.message || (typeof code === 'string' ? code : at.name)
    if (!words.includes(own)) words.push(own)
  }
  return words.length > 0 ? words.join(': ') : String(error)
}
