import type { Problems } from './problems.ts'
import type { ChoiceList } from './read-choices.ts'
import { eachNode, type SurveyNode } from './survey-node.ts'
import type { XlsformRow } from './xlsform-row.ts'

type Media = Readonly<Record<string, string>>

/**
 * SHA-256 of every picture that rows name, by that name: of those that came along, else as the form knew it before
 * (`given`, from the settings). Names are alike whatever their case and however their accents are put together, since
 * they come from three kinds of disks. Warns of what is missing, where it is named first, and
 * of what nobody names.
 */
export function findMedia(
  roots: readonly SurveyNode[],
  lists: Iterable<ChoiceList>,
  given: unknown,
  attached: Media,
  problems: Problems,
): unknown {
  const byName = new Map(Object.entries(attached).map(([name, sha256]) => [fold(name), sha256]))
  const known = given as Media | undefined
  const found = new Map<string, string>()
  const used = new Set<string>()
  const see = (row: XlsformRow): void => {
    for (const name of new Set(Object.values(row.local('image') ?? {}))) {
      if (name === '') continue
      const sha256 = byName.get(fold(name))
      const isFirst = !used.has(fold(name))
      used.add(fold(name))
      if (sha256 !== undefined) found.set(name, sha256)
      else if (isFirst && known?.[name] === undefined)
        problems.warnings.push({ code: 'imageNotAttached', ...row.place('image'), file: name })
    }
  }
  eachNode(roots, ({ kind, row }) => {
    if (kind === 'question') see(row)
  })
  for (const { rows } of lists) for (const row of rows) see(row)
  for (const file of Object.keys(attached))
    if (!used.has(fold(file))) problems.warnings.push({ code: 'imageNotUsed', sheet: 'survey', file })
  return found.size > 0 ? { ...known, ...Object.fromEntries(found) } : given
}

const fold = (name: string): string =>
  name
    .replace(/^jr:\/\/images\//u, '')
    .normalize('NFC')
    .toLowerCase()
