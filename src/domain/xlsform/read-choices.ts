import { toDraft, type Draft } from './draft.ts'
import { applyPatch } from './patch.ts'
import type { Problems } from './problems.ts'
import { readImageName } from './image-name.ts'
import type { SheetReading } from './read-sheet.ts'
import { createRowReader } from './row-reader.ts'
import type { XlsformRow } from './xlsform-row.ts'

/** The options of a list, with the rows they stand in. */
export interface ChoiceList {
  readonly name: string
  readonly options: Draft[]
  readonly rows: XlsformRow[]
  /** A question takes several of its choices, which spaces part. */
  needsWords?: boolean
  /** A loop or a search reads it. */
  isRead?: boolean
}

/** Reads the choices sheet: lists by name, in order. */
export function readChoices(
  sheet: SheetReading,
  allowsDuplicates: boolean,
  problems: Problems,
): Map<string, ChoiceList> {
  const lists = new Map<string, ChoiceList>()
  const rowOf = new Map<string, number>()
  for (const row of sheet.rows) {
    const name = row.text('list_name')
    if (name === '') {
      problems.warnings.push({ code: 'choiceWithoutList', ...row.place('list_name') })
      continue
    }
    const value = row.text('name')
    if (value === '') {
      problems.errors.push({ code: 'choiceNameMissing', ...row.place('name'), list: name })
      continue
    }
    const key = JSON.stringify([name, value])
    const otherRow = rowOf.get(key)
    if (otherRow === undefined) rowOf.set(key, row.row)
    else if (!allowsDuplicates)
      problems.errors.push({ code: 'duplicateChoice', ...row.place('name'), list: name, value, otherRow })
    const list = lists.get(name) ?? { name, options: [], rows: [] }
    lists.set(name, list)
    list.options.push(readOption(row, problems))
    list.rows.push(row)
  }
  return lists
}

/** Reports spaces in choices of which several may be taken. */
export function checkSpaces(lists: ReadonlyMap<string, ChoiceList>, problems: Problems): void {
  for (const { name, rows, needsWords } of lists.values())
    for (const row of needsWords === true ? rows : [])
      if (/\s/u.test(row.text('name')))
        problems.errors.push({
          code: 'spaceInChoice',
          ...row.place('name'),
          list: name,
          value: row.text('name'),
        })
}

/** Reads one choice, all but its list. */
export function readOption(row: XlsformRow, problems: Problems): Draft {
  const reader = createRowReader(row, [], problems)
  const others = row.others()
  const label = row.local('label')
  const image = readImageName(row)
  if (!label && !image)
    problems.warnings.push({ code: 'choiceLabelMissing', ...row.place('label'), value: row.text('name') })
  const draft = toDraft({
    value: row.text('name'),
    label: label ?? { vi: '', en: '' },
    score: reader.number('score'),
    exclusive: reader.flag('exclusive'),
    image,
    columns: Object.keys(others).length > 0 ? others : undefined,
  })
  return applyPatch(draft, reader.patch())
}
