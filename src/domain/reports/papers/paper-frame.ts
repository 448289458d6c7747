import type { Unit } from '../../people/unit.ts'
import type { UnitTree } from '../../people/unit-tree.ts'
import type { Signing } from '../../qms/settings.ts'
import type { Paper } from './paper.ts'
import type { PaperWords } from './paper-words.ts'

/** What every paper of an agency has around its content. */
export type PaperFrame = Pick<
  Paper,
  | 'language'
  | 'parentAgency'
  | 'agency'
  | 'state'
  | 'motto'
  | 'placeAndDate'
  | 'recipientsTitle'
  | 'annexTitle'
> & {
  /** Lines over the name of who signs for the agency: `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`. */
  readonly authority: readonly string[]
}

export interface FrameGiven {
  readonly unit: Unit
  readonly tree: UnitTree
  /** `YYYY-MM-DD`; undefined leaves the day open. */
  readonly date: string | undefined
  readonly words: PaperWords
  readonly language: string
  /** Whether the agency above stands over the own one (NĐ 30, Phụ lục I, II.2). */
  readonly hasParent: boolean
  readonly signing: Signing
}

/** Names of agencies from the tree of units, place and date as the decree writes them. */
export function paperFrame({
  unit,
  tree,
  date,
  words,
  language,
  hasParent,
  signing,
}: FrameGiven): PaperFrame {
  const above = unit.parent === null ? undefined : tree.get(unit.parent)
  return {
    language,
    parentAgency:
      hasParent && above
        ? words('agencyAbove', { name: unbroken(above.officialName ?? above.fullName) }).toUpperCase()
        : '',
    agency: words('agency', { name: unbroken(unit.officialName ?? unit.fullName) }).toUpperCase(),
    state: words('state'),
    motto: words('motto'),
    placeAndDate: words('placeAndDate', { place: unit.name, ...dateParts(date) }),
    recipientsTitle: words('recipients'),
    annexTitle: words('annex').toUpperCase(),
    authority: authorityLines[signing].map(line => words(line).toUpperCase()),
  }
}

/** A name that stays on one line: the line breaks before `XÃ CAO MINH`, not within it. */
const unbroken = (name: string): string => name.replaceAll(' ', '\u00A0')

const authorityLines: Readonly<Record<Signing, readonly string[]>> = {
  committee: ['authority', 'signer.chairperson'],
  chair: ['signer.chairperson'],
  deputy: ['signer.forChair', 'signer.deputy'],
}

/** Days below 10 and the months 1 and 2 have a leading nought, as the decree wants it. */
function dateParts(date: string | undefined): Readonly<Record<'day' | 'month' | 'year', string>> {
  if (date === undefined) return { day: '……', month: '……', year: '………' }
  const [year = '', month = '', day = ''] = date.split('-')
  return { day, month: Number(month) < 3 ? month : String(Number(month)), year }
}
