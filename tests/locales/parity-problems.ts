/** The texts of one language: file name (namespace) → its JSON. */
export type LanguageTexts = Readonly<Record<string, unknown>>

interface Text {
  readonly language: string
  readonly namespace: string
  readonly key: string
  readonly words: unknown
}

const pluralEnding = /_(zero|one|two|few|many|other)$/u

/** Everything that keeps languages from saying the same things, one sentence each; the first language leads. */
export function parityProblems(languages: Readonly<Record<string, LanguageTexts>>): readonly string[] {
  const [leading, ...others] = Object.keys(languages)
  if (leading === undefined) return ['no language at all']
  const texts = Object.entries(languages).flatMap(([language, namespaces]) =>
    Object.entries(namespaces).flatMap(([namespace, json]) =>
      textsOf(json, { language, namespace, key: '' }),
    ),
  )
  const problems = texts.flatMap(textProblems)
  for (const language of Object.keys(languages)) {
    problems.push(...pluralProblems(texts.filter(text => text.language === language)))
  }
  const leads = baseKeys(texts.filter(text => text.language === leading))
  for (const language of others) {
    const has = baseKeys(texts.filter(text => text.language === language))
    for (const [key, names] of leads) {
      const own = has.get(key)
      if (!own) problems.push(`${language} lacks ${key}`)
      else if (names.join() !== own.join()) {
        problems.push(`${key} names {${names.join(', ')}} in ${leading}, {${own.join(', ')}} in ${language}`)
      }
    }
    for (const key of has.keys()) if (!leads.has(key)) problems.push(`${leading} lacks ${key}`)
  }
  return problems
}

function textsOf(json: unknown, at: Omit<Text, 'words'>): readonly Text[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return [{ ...at, words: json }]
  return Object.entries(json).flatMap(([name, inner]) =>
    textsOf(inner, { ...at, key: at.key === '' ? name : `${at.key}.${name}` }),
  )
}

function textProblems({ language, namespace, key, words }: Text): string[] {
  const where = `${language}/${namespace}:${key}`
  if (typeof words !== 'string') return [`${where} is not a text`]
  if (words.trim() === '') return [`${where} is empty`]
  if (words !== words.trim()) return [`${where} begins or ends with a space`]
  if (words !== words.normalize('NFC')) return [`${where} is not in composed form (NFC)`]
  const opened = words.split('{{').length - 1
  if (opened !== interpolations(words).length) return [`${where} has a broken {{name}}`]
  return []
}

function pluralProblems(texts: readonly Text[]): readonly string[] {
  const sets = new Map<string, { language: string; endings: string[] }>()
  for (const { language, namespace, key } of texts) {
    const ending = pluralEnding.exec(key)?.[1]
    if (ending === undefined) continue
    const base = `${namespace}:${key.replace(pluralEnding, '')}`
    const set = sets.get(base) ?? { language, endings: [] }
    set.endings.push(ending)
    sets.set(base, set)
  }
  return [...sets].flatMap(([base, { language, endings }]) => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    return wanted.toSorted().join() === endings.toSorted().join()
      ? []
      : [`${language} has plurals {${endings.join(', ')}} of ${base}, needs {${wanted.join(', ')}}`]
  })
}

/** Each key without its plural ending → the names its texts interpolate. */
function baseKeys(texts: readonly Text[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, Set<string>>()
  for (const { namespace, key, words } of texts) {
    const base = `${namespace}:${key.replace(pluralEnding, pluralEnding.test(key) ? '_(plural)' : '')}`
    const names = keys.get(base) ?? new Set()
    for (const name of interpolations(String(words))) names.add(name)
    keys.set(base, names)
  }
  return new Map([...keys].map(([key, names]) => [key, [...names].toSorted()]))
}

function interpolations(words: string): readonly string[] {
  return [...words.matchAll(/\{\{-?\s*([\w.]+)\s*(?:,[^}]*)?\}\}/gu)].map(match => match[1] ?? '')
}
