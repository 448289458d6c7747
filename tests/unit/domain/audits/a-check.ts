import type { Check } from '../../../../src/domain/audits/audit.ts'
import type { ChecklistItem, PlannedCheck } from '../../../../src/domain/audits/checklist.ts'
import type { Verdict } from '../../../../src/domain/audits/verdict.ts'

/** A check with a verdict; `more` puts other things in the place of its own. */
export const aCheck = (key: string, verdict?: Verdict, more: Partial<Check> = {}): Check => ({
  key,
  verdict: verdict && { value: verdict, author: 'p-tuan', at: 10 },
  note: '',
  proof: '',
  interviewed: '',
  happened: undefined,
  sample: undefined,
  sampled: [],
  photos: {},
  recordedAt: 10,
  ...more,
})

export const aPlanned = (
  item: string,
  area: string,
  more: Partial<ChecklistItem> & { readonly auditors?: readonly string[] } = {},
): PlannedCheck => {
  const { auditors = ['p-tuan'], ...own } = more
  return {
    key: `${item}@${area}`,
    area,
    auditors,
    item: {
      id: item,
      clauses: ['4.1'],
      label: { vi: `Câu ${item}` },
      evidenceToSee: undefined,
      isCritical: false,
      weight: 1,
      interviewees: [],
      ...own,
    },
  }
}
