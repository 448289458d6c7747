import type { GivenLists } from './choice-lists.ts'
import { toDraft, type Draft } from './draft.ts'
import { applyPatch, parsePatch } from './patch.ts'
import type { Language } from './languages.ts'
import { ownLanguages } from './languages.ts'
import { createProblems, type Problems } from './problems.ts'
import { createRowReader } from './row-reader.ts'
import { createRow, type XlsformRow } from './xlsform-row.ts'

/** What the settings sheet says of the form. */
export interface SettingsReading {
  /** Everything but sections, lists and tables. */
  readonly draft: Draft
  readonly allowsDuplicates: boolean
  readonly givenLists: GivenLists
}

/** The row of a workbook that has no settings. */
export const noSettings: XlsformRow = createRow(
  [],
  { sheet: 'settings', row: 2, letters: new Map() },
  undefined,
)

/** Reads the settings row. `fileName` names a form that has no id. */
export function readSettings(
  row: XlsformRow,
  languages: readonly Language[],
  defaultLanguage: string | undefined,
  fileName: string | undefined,
  problems: Problems,
): SettingsReading {
  const reader = createRowReader(row, [], problems)
  const given = row.text('form_id') || fileName || 'form'
  const id = toId(given)
  if (!row.has('form_id')) problems.warnings.push({ code: 'formIdMissing', ...row.place('form_id'), id })
  else if (id !== given)
    problems.warnings.push({ code: 'formIdChanged', ...row.place('form_id'), from: given, to: id })
  const version = row.text('version') || '1'
  if (!row.has('version'))
    problems.warnings.push({ code: 'versionMissing', ...row.place('version'), version })
  for (const setting of Object.keys(row.others()))
    problems.warnings.push({ code: 'settingNotUsed', ...row.place(setting), setting })

  const title = row.local('iso_title') ?? row.local('form_title') ?? { vi: given, en: given }
  const others = languages.filter(({ code }) => !Object.hasOwn(ownLanguages, code))
  const minutes = reader.number('iso_minutes')
  const draft = toDraft({
    schema: 'form/1',
    id,
    version,
    kind: row.text('iso_kind') || 'survey',
    standard: reader.text('iso_standard'),
    title,
    description: row.local('iso_description'),
    estimatedMinutes: minutes,
    respondentRoles: reader.words('iso_respondent_roles', /\s+/u),
    filledByRoles: reader.words('iso_filled_by_roles', /\s+/u),
    anonymous: reader.flag('iso_anonymous'),
    defaultLanguage,
    languages:
      others.length > 0 ? Object.fromEntries(others.map(({ code, name }) => [code, name])) : undefined,
  })
  return {
    draft: applyPatch(draft, reader.patch()),
    allowsDuplicates: readYesNo(row, 'allow_choice_duplicates', problems) ?? false,
    givenLists: readLists(reader.text('iso_lists')),
  }
}

/** A setting of ODK's that says neither is as if it were not there. */
function readYesNo(row: XlsformRow, setting: string, problems: Problems): boolean | undefined {
  const found = createProblems()
  const value = createRowReader(row, [], found).flag(setting)
  if (found.errors.length > 0)
    problems.warnings.push({ code: 'settingNotUsed', ...row.place(setting), setting })
  return value
}

/** The scoring that settings and bands give together. */
export function readScoring(row: XlsformRow, bands: readonly XlsformRow[], problems: Problems): Draft {
  const reader = createRowReader(row, [], problems)
  return toDraft({
    method: 'weighted_mean',
    bySection: reader.flag('iso_scoring_by_section'),
    perItem: reader.text('iso_scoring_per_item'),
    bandBasis: reader.text('iso_scoring_basis'),
    bands: bands.map(band => {
      const cells = createRowReader(band, [], problems)
      return toDraft({
        id: band.text('id'),
        min: cells.number('min'),
        max: cells.number('max'),
        label: band.local('label') ?? { vi: '', en: '' },
      })
    }),
  })
}

/** XLSForm takes any text for an id, we only names. */
function toId(text: string): string {
  const id = text
    .replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '_')
    .replace(/^(?=[^\p{L}_])/u, '_')
    .slice(0, 100)
  return id === '__proto__' ? '_' : id
}

const readLists = (json: string | undefined): GivenLists =>
  Object.fromEntries(
    Object.entries(parsePatch(json ?? '{}') ?? {}).map(([name, own]) => [
      name,
      typeof own === 'string' ? own : null,
    ]),
  )
