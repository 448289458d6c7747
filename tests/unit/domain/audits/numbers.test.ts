import { describe, expect, test } from 'vitest'
import {
  auditThing,
  findingThing,
  formatAuditNumber,
  formatFindingNumber,
  isSeatNumber,
  nextNumber,
  parseAuditThing,
  parseFindingThing,
  reportThing,
} from '../../../../src/domain/audits/audit-number.ts'
import { subjectOf } from '../../../../src/domain/audits/subject-of.ts'

const name = { year: 2017, audit: '4-1', unit: '06010@2017-10-15' }
const finding = { ...name, finding: '7-3' }

describe('numbers of audits and findings', () => {
  test('are counted by seat: two tablets never give one twice', () => {
    const taken: string[] = []
    for (const seat of [4, 7, 4, 4, 7]) taken.push(nextNumber(seat, taken))
    expect(taken).toEqual(['4-1', '7-1', '4-2', '4-3', '7-2'])
    // Offline each seat knows its own only, and still they differ.
    expect(nextNumber(4, ['7-9'])).toBe('4-1')
    expect(nextNumber(40, ['4-9', '400-2'])).toBe('40-1')
    expect(nextNumber(4, ['4-9', '4-10', 'nonsense', '4-x'])).toBe('4-11')
  })

  test('name their things, which give them back', () => {
    expect(parseAuditThing(auditThing(name))).toEqual(name)
    expect(parseAuditThing(reportThing(name))).toEqual(name)
    expect(parseFindingThing(findingThing(finding))).toEqual(finding)
    expect(auditThing(name)).toBe('audit.2017.4-1.06010@2017-10-15')
    expect(new Set([auditThing(name), reportThing(name), findingThing(finding)]).size).toBe(3)
  })

  test('are read by people with the commune’s code', () => {
    expect(formatAuditNumber(name)).toBe('06010/2017/4-1')
    expect(formatFindingNumber(finding)).toBe('06010/2017/4-1/7-3')
  })

  test.each([
    'audit.2017.0-1.c1',
    'audit.2017.1-0.c1',
    'audit.17.1-1.c1',
    'audit.2017.1.c1',
    'audit.2017.1-1.',
    'x',
    '',
  ])('are not read out of %s', thing => expect(parseAuditThing(thing)).toBeUndefined())

  test.each(['', '1', '1-', '-1', '0-1', '1-0', '01-1', '1-1-1', ' 1-1', '12345678-1'])('%s is none', text =>
    expect(isSeatNumber(text)).toBe(false),
  )

  test('belong to the audit that they come from; every other thing to itself', () => {
    expect([reportThing(name), findingThing(finding), auditThing(name)].map(subjectOf)).toEqual(
      Array(3).fill(auditThing(name)),
    )
    expect(subjectOf('prog.survey.c1')).toBe('prog.survey.c1')
  })
})
