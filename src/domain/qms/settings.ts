import type { JsonValue } from '../../lib/json-value.ts'
import { defaultDueDays } from '../audits/grade.ts'
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
} as const
export type SettingNumber = keyof typeof settingNumbers

export const settingNumberNames = Object.keys(settingNumbers) as readonly SettingNumber[]

/** Whether papers name the agency above the own one (NĐ 30, Phụ lục I, II.2). */
export const hasParentField = 'papers/hasParent'

export interface Settings {
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
}

/** What was set, and the usual for what was not. */
export function readSettings(
  fields: Iterable<{ readonly field: string; readonly value: JsonValue }>,
): Settings {
  const numbers: Record<string, number> = { ...usual }
  let hasParent = true
  for (const { field, value } of fields) {
    if (field === hasParentField && typeof value === 'boolean') hasParent = value
    if (refuseSetting(field, value) === undefined && typeof value === 'number') numbers[field] = value
  }
  return { numbers: numbers as Settings['numbers'], hasParent }
}

/** Days to act on a nonconformity. */
export const dueDaysOf = ({ numbers }: Settings, grade: 'major' | 'minor'): number =>
  numbers[`dueDays/${grade}`]

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
  const name = settingNumberNames.find(known => known === field)
  if (!name) return 'unknownField'
  if (value === null) return undefined
  const [least, most] = settingNumbers[name]
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? undefined
    : 'badValue'
}
