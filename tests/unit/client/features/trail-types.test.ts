import { expect, test } from 'vitest'
import { trailFields, trailTypes } from '../../../../src/client/features/people/trail-types.ts'
import { trailStates } from '../../../../src/client/features/people/use-trail-words.ts'
import { directoryTypes } from '../../../../src/domain/people/directory.ts'
import { passwordChange } from '../../../../src/domain/people/password-change.ts'
import { programmeFields } from '../../../../src/domain/qms/programme.ts'
import { auditFields } from '../../../../src/domain/audits/audit-fields.ts'
import { typesWithRules } from '../../../../src/sync/authority/rules-of.ts'
import vi from '../../../../locales/vi/admin.json' with { type: 'json' }

const firstOf = (field: unknown): string => {
  const name = typeof field === 'function' ? (field as (...ids: string[]) => string)('a', 'b') : String(field)
  return name.split('/')[0] ?? ''
}

test('every type of thing that the server takes has words in the trail', () => {
  for (const type of [...typesWithRules, ...directoryTypes, 'setting', 'programme', 'unitsChange'])
    expect(trailTypes).toContain(type)
  for (const type of Object.keys(trailStates)) expect(trailTypes).toContain(type)
  expect(Object.keys(vi.thing).toSorted()).toEqual([...trailTypes].toSorted())
})

test('every field of an audit and of a programme, and the mark of a new password, have words in the trail', () => {
  for (const field of [...Object.values(auditFields), ...Object.values(programmeFields)])
    expect(trailFields).toContain(firstOf(field))
  expect(trailFields).toContain(passwordChange('lan', 'own', 0).field)
  expect(Object.keys(vi.field).toSorted()).toEqual([...trailFields].toSorted())
})
