import type { Unit } from '../../src/domain/people/unit.ts'
import { defaultQmsSettings, type QmsFacts } from '../../src/domain/qms/qms-facts.ts'
import { judgeSteps } from '../../src/domain/qms/judge-steps.ts'
import type { Programme } from '../../src/domain/qms/programme.ts'
import type { CommuneRecord } from '../../src/domain/reports/communes/commune-record.ts'
import { facts } from './qms-facts.ts'

export const aDistrict = (code: string): Unit => ({
  id: `${code}@2017-10-15`,
  code,
  kind: 'district',
  name: `Huyện ${code}`,
  fullName: `Huyện ${code}`,
  parent: null,
  from: '2017-10-15',
  to: null,
})

export const aCommune = (code: string, district?: Unit): Unit => ({
  ...aDistrict(code),
  kind: 'commune',
  name: `Xã ${code}`,
  fullName: `Xã ${code}`,
  parent: district?.id ?? null,
})

export const aProgramme: Programme = {
  id: 'p174',
  name: { vi: 'Kế hoạch 174', en: 'Plan 174' },
  begunOn: undefined,
  endedOn: undefined,
  surveyForm: { id: 'baseline_survey', version: '1' },
  surveys: ['baseline_survey'],
  surveyDueOn: '2018-01-31',
  standard: '2008',
  plan: new Map(),
  owners: new Map(),
  communes: new Set(),
}

/** A commune of which nothing is known, but for what is given; steps are judged on that day. */
export function aCommuneRecord(
  code: string,
  today: string,
  known: Partial<QmsFacts> = {},
  more: Partial<CommuneRecord> = {},
): CommuneRecord {
  const own = facts(known)
  const unit = more.unit ?? aCommune(code, more.district)
  const programme = more.programme ?? { ...aProgramme, communes: new Set([unit.id]) }
  return {
    unit,
    district: undefined,
    programme,
    facts: own,
    steps: judgeSteps(own, defaultQmsSettings, today, programme, unit),
    responses: [],
    audits: new Map(),
    ...more,
  }
}

export const dayOf = (ms: number): string => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10)
