/** Reads `start=0 end=10; randomize=true, seed=${x}`: pairs parted by space, comma or semicolon. */
export function parseParameters(text: string): Readonly<Record<string, string>> | undefined {
  const pairs = text
    .replace(/\s*=\s*/gu, '=')
    .split(/[\s,;]+(?=[^\s,;=]+=)/u)
    .map(pair => pair.replace(/[\s,;]+$/u, ''))
    .filter(pair => pair !== '')
  const parameters = new Map<string, string>()
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    if (at < 1) return undefined
    parameters.set(pair.slice(0, at), pair.slice(at + 1))
  }
  return Object.fromEntries(parameters)
}

export const formatParameters = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
