import type { Cell, Sheet, Workbook } from '../../lib/workbook/workbook.ts'
import type { FormVersion } from '../forms/form-version.ts'
import { textToCell } from './cell-text.ts'
import { formatLanguage, ownLanguages, parseLanguage, type Language } from './languages.ts'
import { makePatch } from './patch.ts'
import { createProblems } from './problems.ts'
import { readSettings } from './read-settings.ts'
import { tablesSheet } from './read-tables.ts'
import { cell, localCells } from './row-cells.ts'
import { writeChoices, type WrittenChoices } from './write-choices.ts'
import { toRow } from './write-question.ts'
import { listChoiceQuestions, writeSurvey } from './write-survey.ts'
import {
  choicesColumns,
  scoringColumns,
  settingsColumns,
  surveyColumns,
  type XlsformColumn,
} from './xlsform-columns.ts'
import type { RowCell } from './xlsform-row.ts'

type Rows = readonly (readonly RowCell[])[]

/**
 * Writes a form version as an XLSForm. What XLSForm has no word for stands in columns of ours, which other programs
 * leave alone; `readXlsform` makes the same form version of it again.
 */
export function writeXlsform(form: FormVersion): Workbook {
  const choices = writeChoices(form, listChoiceQuestions(form))
  const survey = writeSurvey(form, choices.listOf)
  const scoring = form.scoring?.bands.map(band => [
    ...cell('id', band.id),
    ...cell('min', band.min),
    ...cell('max', band.max),
    ...localCells('label', band.label, true),
  ])
  const nameOf = (code: string): Language => ({
    code,
    name: ownLanguages[code] ?? form.languages?.[code] ?? code,
  })
  const used = new Set(['vi', 'en'])
  const heading = settingsCells(form, choices, nameOf)
  for (const row of [...survey, ...choices.rows, ...(scoring ?? []), heading])
    for (const { language } of row) if (language !== undefined) used.add(language)
  const languages = [...used].map(nameOf)
  const readBack = languages.map(language => parseLanguage(formatLanguage(language)))
  const settings = patchSettings(form, heading, readBack)
  const write = (
    name: string,
    rows: Rows,
    columns: Readonly<Record<string, XlsformColumn>>,
    always: readonly string[],
  ): Sheet => toSheet(name, rows, columns, languages, always)
  return {
    sheets: [
      write('survey', survey, surveyColumns, ['type', 'name', 'label']),
      write('choices', choices.rows, choicesColumns, ['list_name', 'name', 'label']),
      write('settings', [settings], settingsColumns, ['form_title', 'form_id', 'version']),
      ...(scoring ? [write('iso_scoring', scoring, scoringColumns, ['id', 'min', 'max', 'label'])] : []),
      ...(form.tables ? [writeTables(form.tables)] : []),
    ],
  }
}

function settingsCells(
  form: FormVersion,
  choices: WrittenChoices,
  nameOf: (code: string) => Language,
): readonly RowCell[] {
  const { scoring, title } = form
  const main = title[form.defaultLanguage ?? 'vi'] ?? title['vi']
  const isOneTitle = Object.keys(title).length === 2 && title['vi'] === title['en']
  return [
    ...cell('form_title', main || undefined),
    ...cell('form_id', form.id),
    ...cell('version', form.version),
    ...cell(
      'default_language',
      form.defaultLanguage === undefined ? undefined : formatLanguage(nameOf(form.defaultLanguage)),
    ),
    ...cell('allow_choice_duplicates', choices.hasDuplicates ? true : undefined),
    ...(isOneTitle ? [] : localCells('iso_title', title)),
    ...localCells('iso_description', form.description),
    ...cell('iso_kind', form.kind),
    ...cell('iso_standard', form.standard),
    ...cell('iso_minutes', form.estimatedMinutes),
    ...cell('iso_respondent_roles', form.respondentRoles?.join(' ') || undefined),
    ...cell('iso_filled_by_roles', form.filledByRoles?.join(' ') || undefined),
    ...cell('iso_anonymous', form.anonymous),
    ...cell('iso_scoring_by_section', scoring?.bySection),
    ...cell('iso_scoring_per_item', scoring?.perItem),
    ...cell('iso_scoring_basis', scoring?.bandBasis),
    ...cell('iso_lists', Object.keys(choices.given).length > 0 ? JSON.stringify(choices.given) : undefined),
  ]
}

function patchSettings(
  form: FormVersion,
  cells: readonly RowCell[],
  languages: readonly Language[],
): readonly RowCell[] {
  const { sections: _sections, choiceLists, tables: _tables, scoring: _scoring, ...wanted } = form
  const { draft } = readSettings(
    toRow(cells, form.defaultLanguage),
    languages,
    form.defaultLanguage,
    undefined,
    createProblems(),
  )
  const isEmpty = choiceLists && Object.keys(choiceLists).length === 0
  const patch = makePatch(draft, isEmpty ? { ...wanted, choiceLists } : wanted)
  return patch ? [...cells, ...cell('iso', JSON.stringify(patch))] : cells
}

/** Table name, number of the row from 1, cells; row 0 stands for a table without rows. */
function writeTables(tables: NonNullable<FormVersion['tables']>): Sheet {
  const rows = Object.entries(tables).flatMap(([name, rows]): readonly (readonly Cell[])[] =>
    rows.length === 0
      ? [[textToCell(name), 0]]
      : rows.map((row, at) => [
          textToCell(name),
          at + 1,
          ...row.map((text, place) => (text === '' && place < row.length - 1 ? null : textToCell(text))),
        ]),
  )
  return { name: tablesSheet, rows: [['table', 'row'], ...rows] }
}

const numbers = new Set(['weight', 'score', 'min', 'max', 'iso_minutes'])

/** Lays rows out under a header: the columns in the order of the convention, each in its languages. */
function toSheet(
  name: string,
  rows: Rows,
  columns: Readonly<Record<string, XlsformColumn>>,
  languages: readonly Language[],
  always: readonly string[],
): Sheet {
  const idOf = ({ key, language, isOther }: Omit<RowCell, 'letter' | 'text'>): string =>
    JSON.stringify([key, language ?? null, isOther === true])
  const present = new Set(rows.flatMap(row => row.map(idOf)))
  const headed = Object.keys(columns).flatMap(key => {
    const isInLanguages = columns[key]?.translated === true
    const isAlways = always.includes(key)
    const spread = [
      ...(isInLanguages ? [] : [{ header: key, id: idOf({ key }), isAlways }]),
      ...languages.map(language => ({
        header: `${key}::${formatLanguage(language)}`,
        id: idOf({ key, language: language.code }),
        isAlways: isAlways && isInLanguages && Object.hasOwn(ownLanguages, language.code),
      })),
      ...(isInLanguages ? [{ header: key, id: idOf({ key }), isAlways: false }] : []),
    ]
    return spread.filter(({ id, isAlways }) => isAlways || present.has(id))
  })
  const others = new Map(
    rows.flatMap(row => row.filter(one => one.isOther === true).map(one => [one.key, idOf(one)] as const)),
  )
  for (const [header, id] of others) headed.push({ header, id, isAlways: false })
  const at = new Map(headed.map(({ id }, index) => [id, index]))
  return {
    name,
    rows: [
      headed.map(({ header }) => textToCell(header)),
      ...rows.map(row => {
        const cells: Cell[] = headed.map(() => null)
        for (const one of row) {
          const isNumber = numbers.has(one.key) && String(Number(one.text)) === one.text
          cells[at.get(idOf(one)) ?? 0] = isNumber ? Number(one.text) : textToCell(one.text)
        }
        return cells
      }),
    ],
  }
}
