import { describe, expect, test } from 'vitest'
import { mayFill } from '../../../../src/domain/responses/may-fill.ts'

describe('who fills a form', () => {
  test('people of the commune fill what names one of them, or nobody', () => {
    expect(mayFill({}, ['communeOfficial'])).toBe(true)
    expect(mayFill({ filledByRoles: [] }, ['communeLeader'])).toBe(true)
    expect(mayFill({ filledByRoles: ['communeOfficial'] }, ['communeLeader'])).toBe(true)
    expect(mayFill({ filledByRoles: ['internalAuditor'] }, ['communeOfficial', 'communeLeader'])).toBe(false)
  })

  test('auditors and reviewers fill only what names them', () => {
    expect(mayFill({ filledByRoles: ['internalAuditor'] }, ['internalAuditor'])).toBe(true)
    expect(mayFill({ filledByRoles: ['communeOfficial', 'districtOfficer'] }, ['districtOfficer'])).toBe(true)
    expect(mayFill({ filledByRoles: ['communeOfficial'] }, ['districtOfficer', 'internalAuditor'])).toBe(
      false,
    )
    expect(mayFill({}, ['internalAuditor'])).toBe(false)
  })

  test('a role that fills nothing stays out, named or not', () => {
    expect(mayFill({ filledByRoles: ['provinceCoordinator'] }, ['provinceCoordinator'])).toBe(false)
    expect(mayFill({ filledByRoles: ['communeOfficial'] }, [])).toBe(false)
  })
})
