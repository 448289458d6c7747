import type { JsonValue } from '../../lib/json-value.ts'
import { defaultDueDays, grades, gradeWords, type Grade, type GradeWords } from '../audits/grade.ts'
import { defaultQmsSettings, type QmsSettings } from './qms-facts.ts'

/** What a province has set for all its communes: one thing of the reference feed. */
export const settingsType = 'settings'
export const settingsThing = 'settings'

/** Numbers a province may set, each with the least and the most that makes sense. */
export const settingNumbers = {
  'dueDays/major': [1, 365],
  'dueDays/minor': [1, 365],
  'thresholds/attendanceRate': [0, 100],
  'thresholds/auditors': [0, 20],
  'thresholds/quizAverage': [0, 100],
  'thresholds/daysApplied': [0, 730],
  'thresholds/onTimeRate': [0, 100],
  'declaration/daysToPost': [1, 90],
  'reports/monthlyDay': [1, 28],
  'reports/yearlyMonth': [1, 12],
  'reports/yearlyDay': [1, 28],
} as const
export type SettingNumber = keyof typeof settingNumbers

export const settingNumberNames = Object.keys(settingNumbers) as readonly SettingNumber[]

/** Whether papers name the agency above the own one (NĐ 30, Phụ lục I, II.2). */
export const hasParentField = 'papers/hasParent'

/** Who signs for a commune: its head for the committee, its head alone, or a deputy for the head (NĐ 30, II.7). */
export const signings = ['committee', 'chair', 'deputy'] as const
export type Signing = (typeof signings)[number]
export const signingField = 'papers/signing'
const isSigning = (value: unknown): value is Signing => (signings as readonly unknown[]).includes(value)

/** What a province calls the grades of findings, in each language of the app. */
export const labelLanguages = ['vi', 'en'] as const
export type LabelLanguage = (typeof labelLanguages)[number]
export const gradeLabelField = (grade: Grade, language: LabelLanguage): string =>
  `grades/${grade}/${language}`
const longestLabel = 60

function parseGradeLabel(
  field: string,
): { readonly grade: Grade; readonly language: LabelLanguage } | undefined {
  const [grade, language] =
    grades
      .flatMap(one => labelLanguages.map(other => [one, other] as const))
      .find(([one, other]) => gradeLabelField(one, other) === field) ?? []
  return grade && language && { grade, language }
}

export interface Settings {
  readonly signing: Signing
  readonly gradeLabels: Readonly<Partial<Record<Grade, Readonly<Partial<Record<LabelLanguage, string>>>>>>
  readonly numbers: Readonly<Record<SettingNumber, number>>
  readonly hasParent: boolean
}

const usual: Settings['numbers'] = {
  'dueDays/major': defaultDueDays.major,
  'dueDays/minor': defaultDueDays.minor,
  'thresholds/attendanceRate': defaultQmsSettings.attendanceRate,
  'thresholds/auditors': defaultQmsSettings.auditors,
  'thresholds/quizAverage': defaultQmsSettings.quizAverage,
  'thresholds/daysApplied': defaultQmsSettings.daysApplied,
  'thresholds/onTimeRate': defaultQmsSettings.onTimeRate,
  // Proposals: the decisions leave them to the provinces.
  'declaration/daysToPost': 10,
  'reports/monthlyDay': 25,
  'reports/yearlyMonth': 11,
  'reports/yearlyDay': 28,
}

/** What was set, and the usual for what was not. */
export function readSettings(
  fields: Iterable<{ readonly field: string; readonly value: JsonValue }>,
): Settings {
  const numbers: Record<string, number> = { ...usual }
  let hasParent = true
  let signing: Signing = 'committee'
  const gradeLabels: Partial<Record<Grade, Partial<Record<LabelLanguage, string>>>> = {}
  for (const { field, value } of fields) {
    if (field === hasParentField && typeof value === 'boolean') hasParent = value
    if (field === signingField && isSigning(value)) signing = value
    const label = parseGradeLabel(field)
    if (label && typeof value === 'string' && value.trim() !== '')
      gradeLabels[label.grade] = { ...gradeLabels[label.grade], [label.language]: value.trim() }
    if (refuseSetting(field, value) === undefined && typeof value === 'number') numbers[field] = value
  }
  return { numbers: numbers as Settings['numbers'], hasParent, signing, gradeLabels }
}

/** Days to act on a nonconformity. */
export const dueDaysOf = ({ numbers }: Settings, grade: 'major' | 'minor'): number =>
  numbers[`dueDays/${grade}`]

/** The grades in the province's own words, in the usual ones where it has none. */
export const gradeWordsOf = ({ gradeLabels }: Pick<Settings, 'gradeLabels'>): readonly GradeWords[] =>
  gradeWords.map(words => {
    const own = gradeLabels[words.id]
    return own ? { ...words, label: { ...words.label, ...own }, short: { ...words.short, ...own } } : words
  })

/** The thresholds that gates are judged with. */
export const thresholdsOf = ({ numbers }: Settings): QmsSettings => ({
  attendanceRate: numbers['thresholds/attendanceRate'],
  auditors: numbers['thresholds/auditors'],
  quizAverage: numbers['thresholds/quizAverage'],
  daysApplied: numbers['thresholds/daysApplied'],
  onTimeRate: numbers['thresholds/onTimeRate'],
})

/** Why a setting may not have a value; undefined when it may. Null takes it back to the usual. */
export function refuseSetting(field: string, value: JsonValue): 'unknownField' | 'badValue' | undefined {
  if (field === hasParentField) return value === null || typeof value === 'boolean' ? undefined : 'badValue'
  if (field === signingField) return value === null || isSigning(value) ? undefined : 'badValue'
  if (parseGradeLabel(field))
    return value === null || (typeof value === 'string' && value.length <= longestLabel)
      ? undefined
      : 'badValue'
  const name = settingNumberNames.find(known => known === field)
  if (!name) return 'unknownField'
  if (value === null) return undefined
  const [least, most] = settingNumbers[name]
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? undefined
    : 'badValue'
}
