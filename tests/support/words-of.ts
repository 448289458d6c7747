/** Words as the app has them, also the plural ones; a key that is in no file, or a value that is missing, is a fault. */
export function wordsOf(texts: object) {
  return (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const find = (wanted: string): unknown =>
      wanted
        .split('.')
        .reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], texts)
    const found = find(key) ?? find(`${key}_other`)
    if (typeof found !== 'string') throw new Error(`no words for ${key}`)
    return found.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
      if (!Object.hasOwn(values, name)) throw new Error(`${key} wants ${name}`)
      return String(values[name])
    })
  }
}
