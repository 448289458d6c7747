import type { Sheet, Workbook } from '../../lib/workbook/workbook.ts'
import type { FormVersion } from '../forms/form-version.ts'
import { assignIds } from './assign-ids.ts'
import { buildSections } from './build-form.ts'
import { checkReferences, checkText } from './check-references.ts'
import { checkTableLists } from './check-table-lists.ts'
import { checkTables } from './check-tables.ts'
import { placeChoiceLists } from './choice-lists.ts'
import { toDraft } from './draft.ts'
import { addExternalChoices, externalSheet } from './external-choices.ts'
import { findMedia } from './find-media.ts'
import { parseLanguage } from './languages.ts'
import { proveForm } from './prove-form.ts'
import { createProblems, type Problems } from './problems.ts'
import { isNo } from './row-reader.ts'
import { checkSpaces, readChoices, type ChoiceList } from './read-choices.ts'
import { noSettings, readScoring, readSettings } from './read-settings.ts'
import { findLowHeader, readSheet, type SheetReading } from './read-sheet.ts'
import { readSurvey, type SurveyContext } from './read-survey.ts'
import { readTables, tablesSheet } from './read-tables.ts'
import { renameRoot } from './rename-root.ts'
import { eachNode, type SurveyNode } from './survey-node.ts'
import { choicesColumns, scoringColumns, settingsColumns, surveyColumns } from './xlsform-columns.ts'
import { xlsformLimits } from './xlsform-limits.ts'
import type { XlsformProblem } from './xlsform-problem.ts'

/** What a workbook says: the form when nothing in it is wrong, and what there is to tell. */
export interface XlsformReading {
  readonly form?: FormVersion
  readonly errors: readonly XlsformProblem[]
  readonly warnings: readonly XlsformProblem[]
}

export interface XlsformOptions {
  /** Names a form that has no `form_id`; without ending. */
  readonly fileName?: string
  /** Attached CSV files, text by name: `{ 'cities.csv': 'name,label\n…' }`. */
  readonly files?: Readonly<Record<string, string>>
  /** Attached pictures, SHA-256 by name. */
  readonly images?: Readonly<Record<string, string>>
}

const unsupportedSheets = ['entities', 'osm']

/** Reads an XLSForm (xlsform.org). Never throws, whatever the cells hold; problems name sheet, row and column. */
export function readXlsform(workbook: Workbook, options: XlsformOptions = {}): XlsformReading {
  const problems = createProblems()
  const find = (name: string): Sheet | undefined =>
    workbook.sheets.find(sheet => sheet.name.trim().toLowerCase() === name)
  const surveySheet = find('survey')
  if (!surveySheet) {
    const found = workbook.sheets.map(sheet => sheet.name)
    return { errors: [{ code: 'sheetMissing', sheet: 'survey', found }], warnings: [] }
  }
  for (const name of unsupportedSheets) {
    const sheet = find(name)
    if (sheet && sheet.rows.length > 1) problems.warnings.push({ code: 'sheetNotUsed', sheet: sheet.name })
  }
  const { rows, languages, row: settingsRow, defaultLanguage } = readSheets(surveySheet, find, problems)
  const settings = readSettings(settingsRow, languages, defaultLanguage, options.fileName, problems)
  const lists: Map<string, ChoiceList> = rows.choices
    ? readChoices(rows.choices, settings.allowsDuplicates, problems)
    : new Map()
  if (rows.external) addExternalChoices(rows.external, lists, problems)
  const tables = readTables(options.files ?? {}, find(tablesSheet))
  const { givenLists } = settings
  const context: SurveyContext = { lists, givenLists, tables, expressions: new Map(), problems }
  const rootNames = [settingsRow.others()['name'], settingsRow.text('form_id'), options.fileName]
  const pages = readSurvey({ ...rows.survey, rows: renameRoot(rows.survey.rows, rootNames) }, context)
  const roots = pages.flatMap(({ group, items }) => (group ? [group] : items))

  checkSpaces(lists, problems)
  const names = assignIds(roots, problems)
  // Notes alone need no names.
  if (!rows.survey.has('name') && problems.errors.some(({ code }) => code === 'nameMissing'))
    problems.errors.push({
      code: 'columnMissing',
      sheet: surveySheet.name,
      row: rows.survey.headerRow,
      header: 'name',
    })
  checkReferences(roots, context.expressions, names, problems)
  checkTableLists(roots, problems)
  const known = new Set([...lists.keys(), ...tables.keys(), ...Object.values(givenLists)].map(String))
  checkTables(context.expressions.values(), known, problems)
  for (const list of lists.values())
    for (const row of list.rows)
      for (const text of Object.values(row.local('label') ?? {}))
        checkText(text, row.place('label'), names, problems)
  const choiceLists = placeChoiceLists(roots, lists, context.expressions, givenLists, problems)
  let questions = 0
  eachNode(roots, ({ kind }) => (questions += kind === 'question' ? 1 : 0))
  if (questions === 0 && problems.errors.length === 0 && !settingsRow.has('iso_kind'))
    problems.errors.push({ code: 'noQuestions', sheet: surveySheet.name })
  if (problems.errors.length > 0) return sorted(problems)

  const rowOf = new Map<unknown, SurveyNode>()
  const form = toDraft({
    ...settings.draft,
    scoring: rows.scoring ? readScoring(settingsRow, rows.scoring.rows, problems) : settings.draft['scoring'],
    choiceLists:
      choiceLists.kept.size > 0 ? Object.fromEntries(choiceLists.kept) : settings.draft['choiceLists'],
    media: findMedia(roots, lists.values(), settings.draft['media'], options.images ?? {}, problems),
    tables: tables.size > 0 || find(tablesSheet) ? Object.fromEntries(tables) : undefined,
    sections: buildSections(pages, settings.draft['title'], choiceLists, rowOf),
  })
  const proven = proveForm(form, { rowOf, byId: names.byId, lists, sheet: surveySheet.name }, problems)
  return proven ? { form: proven, ...sorted(problems) } : sorted(problems)
}

function readSheets(surveySheet: Sheet, find: (name: string) => Sheet | undefined, problems: Problems) {
  // The settings name the default language, which the other sheets are read with.
  const settingsSheet = find('settings')
  const settingsRow =
    settingsSheet &&
    readSheet(settingsSheet, settingsColumns, {
      problems: createProblems(),
      maxRows: 1,
    }).rows[0]
  const isTidied = !isNo(settingsRow?.text('clean_text_values'))
  const language = settingsRow?.text('default_language')
  const defaultLanguage = language ? parseLanguage(language).code : undefined
  const read = (
    sheet: Sheet | undefined,
    columns: Parameters<typeof readSheet>[1],
    needed: readonly string[],
    maxRows: number,
    keepsOthers = false,
  ): SheetReading | undefined => {
    if (!sheet) return undefined
    const low = needed.length === 0 ? undefined : findLowHeader(sheet, columns, [...needed, 'name'])
    if (low !== undefined) problems.errors.push({ code: 'headerBelow', sheet: sheet.name, row: low })
    const isLow = low !== undefined
    const reading = readSheet(isLow ? { name: sheet.name, rows: [] } : sheet, columns, {
      problems,
      defaultLanguage,
      maxRows,
      keepsOthers,
      isTidied: isTidied && sheet === surveySheet,
    })
    for (const header of needed)
      if (!isLow && !reading.has(header) && (sheet.rows.length > 1 || header === 'type'))
        problems.errors.push({ code: 'columnMissing', sheet: sheet.name, row: reading.headerRow, header })
    return reading
  }
  const settings = read(settingsSheet, settingsColumns, [], Infinity, true)
  const survey = read(surveySheet, surveyColumns, ['type'], xlsformLimits.rows)
  const choices = read(find('choices'), choicesColumns, ['list_name', 'name'], xlsformLimits.choices, true)
  const external = read(
    find(externalSheet),
    choicesColumns,
    ['list_name', 'name'],
    xlsformLimits.choices,
    true,
  )
  const scoring = read(find('iso_scoring'), scoringColumns, [], 1_000)
  const byCode = new Map(
    [settings, survey, choices, external, scoring]
      .flatMap(reading => reading?.languages ?? [])
      .map(one => [one.code, one] as const),
  )
  return {
    rows: { survey: survey as SheetReading, choices, external, scoring },
    row: settings?.rows[0] ?? noSettings,
    languages: [...byCode.values()],
    defaultLanguage,
  }
}

const sorted = ({
  errors,
  warnings,
}: Problems): {
  readonly errors: readonly XlsformProblem[]
  readonly warnings: readonly XlsformProblem[]
} => ({
  errors: tidy(errors),
  warnings: tidy(warnings),
})

/** By row, each once, and not more than anyone reads. */
function tidy(problems: readonly XlsformProblem[]): readonly XlsformProblem[] {
  const once = new Map<string, XlsformProblem>()
  for (const problem of problems.toSorted(byRow)) {
    if (once.size === xlsformLimits.problems) break
    once.set(JSON.stringify(problem), problem)
  }
  return [...once.values()]
}

/** Stable, so that problems of one row stay in the order they were found; other sheets come first. */
const byRow = (a: XlsformProblem, b: XlsformProblem): number =>
  a.sheet === b.sheet ? (a.row ?? 0) - (b.row ?? 0) : 0
