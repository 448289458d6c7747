const maxLength = 31

/** Gives each sheet a name that Excel accepts and no other sheet of the workbook has, as near the wanted one as can be. */
export function createSheetNames(): (wanted: string) => string {
  const taken = new Set<string>()
  return wanted => {
    const name = allowedName(wanted)
    let free = name
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) {
      const ending = ` (${copy})`
      free = cut(name, maxLength - ending.length) + ending
    }
    taken.add(free.toLowerCase())
    return free
  }
}

function allowedName(wanted: string): string {
  const clean = wanted.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ').replace(/[[\]:*?/\\]/gu, '_')
  const name = trim(cut(trim(clean), maxLength))
  // Excel keeps this name for itself.
  return /^history$/iu.test(name) ? `${name}_` : name || 'Sheet'
}

/** Excel allows no apostrophe at either end. */
const trim = (name: string): string => name.replace(/^['\s]+|['\s]+$/gu, '')

/** Never leaves half of a surrogate pair. */
const cut = (name: string, length: number): string => name.slice(0, length).replace(/[\ud800-\udbff]$/u, '')
