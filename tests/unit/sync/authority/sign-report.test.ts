import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { auditeeChanges } from '../../../../src/domain/audits/auditee-changes.ts'
import { listChecklistItems, listPlannedChecks } from '../../../../src/domain/audits/checklist.ts'
import { reportChanges, type FeedChange } from '../../../../src/domain/audits/report-changes.ts'
import { canonicalText, reportContent } from '../../../../src/domain/audits/report-content.ts'
import { reportType } from '../../../../src/domain/audits/report-fields.ts'
import { auditType } from '../../../../src/domain/audits/audit-fields.ts'
import { findingType } from '../../../../src/domain/audits/finding-fields.ts'
import type { Photo } from '../../../../src/domain/responses/photo.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { results } from './a-commune.ts'
import {
  anAudit,
  audit,
  begun,
  checklist,
  drafts,
  fieldwork,
  finding,
  plan,
  planned,
  report,
  sha,
  unit,
} from './an-audit.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const picture: Photo = { type: 'image/png', size: 5, width: 2, height: 2, thumb: null }
const places = { [auditType]: 'audit', [reportType]: 'report', [findingType]: 'finding' } as const

/** An audit that its lead is about to sign, and what signing it saves. */
async function aSigning() {
  const world = anAudit()
  await world.say('nam', 'audit', audit, ...plan, planned, begun)
  await world.say('van', 'audit', audit, ...fieldwork)
  await world.say('nam', 'audit', audit, ...drafts, ['findings/4-1/checks', ['i1@oneStop']])
  const state = await world.readAudit()
  const content = reportContent(audit, state, {
    planned: listPlannedChecks(listChecklistItems(checklist), state.timetable),
    chain: 'c'.repeat(64),
  })
  const hash = hashOf(canonicalText(content as unknown as JsonValue))
  const changes = reportChanges({
    thing: audit,
    audit: state,
    content,
    hash,
    signature: { sha256: sha('b'), photo: picture },
    moveId: 'sign',
    lead: 'nam',
    reason: '',
    today: '2026-11-24',
    dueOn: grade => (grade === 'major' ? '2026-12-09' : '2026-12-24'),
    earlier: [],
  })
  const push = async (person: 'nam' | 'thao' | 'van' | 'lan', said: readonly FeedChange[]) =>
    results(
      await world.push(
        person,
        ...said.map(({ type, thing, field, value }) =>
          world.op(places[type as keyof typeof places], thing, [field, value]),
        ),
      ),
    )
  /** Without the pictures of signatures, which by themselves say nothing. */
  const said = (person: Parameters<typeof push>[0], all: readonly FeedChange[]) =>
    push(
      person,
      all.filter(({ field }) => !field.startsWith('evidence/')),
    )
  return { ...world, content, hash, changes, pushChanges: push, said }
}

const receive = (hash: string, disputed?: string) =>
  auditeeChanges({
    unit,
    report,
    hash,
    opinion: 'Đoàn làm việc khách quan',
    signature: { sha256: sha('e'), photo: picture },
    acceptances: [{ finding: finding('4-1'), disputed }],
    newId: () => `m-${Math.random().toString(36).slice(2)}`,
  })

describe('signing a report', () => {
  test('writes what a server takes, op by op, and what is read back is what was signed', async () => {
    const { changes, pushChanges, readReport, readFinding, content, hash } = await aSigning()
    expect(new Set(await pushChanges('nam', changes))).toEqual(new Set(['ok']))
    const found = await readReport()
    expect(found.content).toEqual(JSON.parse(JSON.stringify(content)))
    expect(hashOf(found.text)).toBe(hash)
    expect((await readFinding(finding('4-1'))).request).toMatchObject({
      grade: 'minor',
      dueOn: '2026-12-24',
      otherClauses: ['7.5.2', '7.5.3'],
    })
    expect((await readFinding(finding('5-1'))).state).toBe('noted')
  })

  test('is the lead’s alone: the same changes of another auditor are held, every one', async () => {
    const { changes, said } = await aSigning()
    expect(new Set(await said('van', changes))).not.toContain('ok')
  })

  test('freezes the audit: what comes after it is held', async () => {
    const { changes, pushChanges, say } = await aSigning()
    await pushChanges('nam', changes)
    expect(await say('van', 'audit', audit, ['verdicts/i2@oneStop', 'major'])).toEqual(['held: locked'])
    expect(await say('nam', 'audit', audit, ['findings/4-1/grade', 'ofi'])).toEqual(['held: locked'])
  })

  test('the same content has the same hash whatever order its keys were written in', () => {
    expect(canonicalText({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      canonicalText({ a: true, b: [1, { c: 'x', d: null }] }),
    )
    expect(canonicalText({ a: 1 })).not.toBe(canonicalText({ a: 2 }))
  })
})

describe('receiving a report', () => {
  test('the head of the commune signs and accepts; nobody else can', async () => {
    const { changes, pushChanges, said, readReport, readFinding, hash } = await aSigning()
    await pushChanges('nam', changes)
    expect(new Set(await said('lan', receive(hash)))).not.toContain('ok')
    expect(new Set(await said('van', receive(hash)))).not.toContain('ok')
    expect(new Set(await pushChanges('thao', receive(hash)))).toEqual(new Set(['ok']))
    expect((await readReport()).signatures.auditee).toMatchObject({ author: 'thao', hash })
    expect((await readFinding(finding('4-1'))).state).toBe('accepted')
  })

  test('a dispute keeps both sides’ words', async () => {
    const { changes, pushChanges, readFinding, say, hash } = await aSigning()
    await pushChanges('nam', changes)
    await pushChanges('thao', receive(hash, 'Bản mới đã thay tuần trước'))
    await say('nam', 'finding', finding('4-1'), ['moves/up', { to: 'raised', reason: 'Ảnh chụp ngày 23' }])
    const { moves, state } = await readFinding(finding('4-1'))
    expect(state).toBe('raised')
    expect(moves.map(({ reason, author }) => [author, reason])).toEqual([
      ['thao', 'Bản mới đã thay tuần trước'],
      ['nam', 'Ảnh chụp ngày 23'],
    ])
  })

  test('a signature under other content than the report’s is held', async () => {
    const { changes, pushChanges } = await aSigning()
    await pushChanges('nam', changes)
    const answers = await pushChanges('thao', receive(sha('f')).slice(0, 2))
    expect(answers.at(-1)).toBe('held: badValue')
  })
})
