import { compileForm } from '../../src/domain/forms/compile-form.ts'
import type { FormVersion } from '../../src/domain/forms/form-version.ts'
import type { Role } from '../../src/domain/people/role.ts'
import type { Unit, UnitKind } from '../../src/domain/people/unit.ts'
import { feedId } from '../../src/domain/people/feed.ts'
import { responseId } from '../../src/domain/responses/response-fields.ts'
import type { FormName } from '../../src/domain/responses/response.ts'

/** The little province of the simulator: two districts, three communes, one form. */
const from = '2017-10-15'
const unit = (id: string, kind: UnitKind, parent: string | null): Unit => ({
  id,
  code: id,
  kind,
  name: id,
  fullName: id,
  parent,
  from,
  to: null,
})

export const units = [
  unit('p', 'province', null),
  unit('d1', 'district', 'p'),
  unit('d2', 'district', 'p'),
  unit('c1', 'commune', 'd1'),
  unit('c2', 'commune', 'd1'),
  unit('c3', 'commune', 'd2'),
] as const

export const referenceFeed = feedId('p', 'reference')
export const communes = ['c1', 'c2', 'c3'] as const
export const feedOf = (commune: string): string => feedId(commune, 'unit')
export const thingOf = (commune: string): string => responseId('prog', 'survey', commune)

interface Member {
  readonly role: Role
  readonly at: string
  /** The communes of `at`. */
  readonly reads: readonly string[]
}

export const people: Readonly<Record<string, Member>> = {
  lan: { role: 'communeOfficial', at: 'c1', reads: ['c1'] },
  thao: { role: 'communeLeader', at: 'c1', reads: ['c1'] },
  minh: { role: 'communeOfficial', at: 'c2', reads: ['c2'] },
  hoa: { role: 'communeOfficial', at: 'c3', reads: ['c3'] },
  nam: { role: 'internalAuditor', at: 'd1', reads: ['c1', 'c2'] },
  vinh: { role: 'districtOfficer', at: 'd1', reads: ['c1', 'c2'] },
}

export const fills = (person: string): boolean => people[person]?.role.startsWith('commune') === true
export const reviews = (person: string): boolean => people[person]?.role === 'districtOfficer'

const text = { vi: 'x', en: 'x' }
const survey: FormVersion = {
  schema: 'form/1',
  id: 'survey',
  version: '1',
  kind: 'survey',
  title: text,
  sections: [
    {
      id: 's1',
      title: text,
      items: [
        {
          id: 'q1',
          type: 'select_one',
          label: text,
          required: true,
          options: [
            { value: 'yes', label: text },
            { value: 'no', label: text },
          ],
        },
        { id: 'q2', type: 'text', label: text, required: false },
        { id: 'q3', type: 'text', label: text, required: false },
      ],
    },
  ],
}
const compiled = compileForm(survey)
if (!compiled.ok) throw new Error('the form of the simulator does not compile')

export const formName: FormName = { id: 'survey', version: '1' }
export const findForm = ({ id, version }: FormName) =>
  compiled.ok && id === 'survey' && version === '1' ? compiled.value : undefined
