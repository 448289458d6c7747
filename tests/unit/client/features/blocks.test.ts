import { describe, expect, test } from 'vitest'
import type { Block } from '../../../../src/client/features/responses/blocks/block.ts'
import { inSentence } from '../../../../src/client/features/responses/blocks/in-sentence.ts'
import { layRows } from '../../../../src/client/features/responses/blocks/lay-rows.ts'
import { layRuns, runLength } from '../../../../src/client/features/responses/blocks/lay-runs.ts'
import {
  findRowPath,
  listBlocks,
  mostOpenRows,
} from '../../../../src/client/features/responses/blocks/list-blocks.ts'
import { findRowName } from '../../../../src/client/features/responses/blocks/row-name.ts'
import { reviewPieces } from '../../../../src/client/features/responses/review-pieces.ts'
import { rowChanges } from '../../../../src/client/features/responses/row-changes.ts'
import { compileForm } from '../../../../src/domain/forms/compile-form.ts'
import { createFormSession } from '../../../../src/domain/forms/form-session.ts'
import type { Repeat } from '../../../../src/domain/forms/form-version.ts'
import { everyTypeForm } from '../../../support/every-type-form.ts'

const compiled = compileForm(everyTypeForm)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))

const people = everyTypeForm.sections[3]?.items ?? []
const table = everyTypeForm.sections[1]?.items ?? []
const rows = {
  person: [
    { id: 'hoa', parent: null },
    { id: 'binh', parent: null },
  ],
  child: [{ id: 'na', parent: 'hoa' }],
}
const answers = {
  'p_name@binh': 'Lê Văn Bình',
  'p_age@hoa': 40,
  'p_age@binh': 30,
  'c_name@na': 'Na',
  days: 2,
}
const session = createFormSession(
  compiled.value,
  { answers, files: {}, confirmed: {}, rows },
  { today: () => '2017-10-16' },
)
const all = (row: string, isLong: boolean) => row !== '' && !isLong
const ids = (blocks: readonly Block[]) => blocks.map(({ id }) => id)

describe('a section laid out', () => {
  test('has rows within rows, each below its head, and a way to add one more', () => {
    expect(ids(listBlocks(people, session, all))).toEqual([
      'repeat-person',
      'row-person@hoa',
      'question-p_name@hoa',
      'question-p_age@hoa',
      'group-p_more@hoa',
      'repeat-child@hoa',
      'row-child@na',
      'question-c_name@na',
      'question-c_school@na',
      'add-child@hoa',
      'row-person@binh',
      'question-p_name@binh',
      'question-p_age@binh',
      'group-p_more@binh',
      'repeat-child@binh',
      'add-child@binh',
      'add-person@',
      'question-days',
      'repeat-day',
      'row-day@day.1',
      'question-d_topic@day.1',
      'row-day@day.2',
      'question-d_topic@day.2',
    ])
  })

  test('puts what stands in a row one step further in than the row around it', () => {
    const depths = new Map(listBlocks(people, session, all).map(({ id, depth }) => [id, depth]))
    const wanted = [
      'question-days',
      'row-person@hoa',
      'question-p_name@hoa',
      'repeat-child@hoa',
      'row-child@na',
    ]
    expect(wanted.map(id => depths.get(id))).toEqual([0, 1, 1, 1, 2])
  })

  test('shows of a closed row its head only', () => {
    const blocks = listBlocks(people, session, row => row !== 'hoa')
    expect(ids(blocks).filter(id => id.endsWith('@hoa'))).toEqual(['row-person@hoa'])
  })

  test('begins with closed rows when there are many', () => {
    const many = { rows: (id: string) => (id === 'person' ? ['a', 'b', 'c', 'd', 'e', 'f'] : []) }
    expect(mostOpenRows).toBe(5)
    expect(ids(listBlocks(people, many, all)).filter(id => id.startsWith('question-p_'))).toEqual([])
  })

  test('makes one table of questions with the same options', () => {
    const block = listBlocks(table, session, all).at(-1)
    expect(block).toMatchObject({ kind: 'matrix', keys: ['e_t1', 'e_t2', 'e_t3'] })
  })

  test('leaves out what is never shown: hidden, metadata, a calculation without a label', () => {
    const plain = listBlocks(everyTypeForm.sections[0]?.items ?? [], session, all)
    expect(ids(plain).filter(id => /hidden|start|end/u.test(id))).toEqual([])
    expect(ids(plain)).toContain('question-e_calculate')
  })

  test('finds the rows around a row, outermost first', () => {
    expect(findRowPath(people, session, 'na')).toEqual(['hoa', 'na'])
    expect(findRowPath(people, session, 'day.2')).toEqual(['day.2'])
    expect(findRowPath(people, session, 'nobody')).toEqual([])
  })
})

test('a row is called by its first answer in words', () => {
  const { items } = people[0] as Repeat
  expect(findRowName(items, 'binh', session)?.value).toBe('Lê Văn Bình')
  expect(findRowName(items, 'hoa', session)).toBeUndefined()
})

test('a label within a sentence begins small, an abbreviation does not', () => {
  expect(['Người dự', 'UBND xã', 'Đoàn', ''].map(inSentence)).toEqual(['người dự', 'UBND xã', 'đoàn', ''])
})

test('blocks that are not drawn wait in runs, those between them stand by themselves', () => {
  const blocks = Array.from({ length: 30 }, (_, at): Block => ({
    kind: 'question',
    id: String(at),
    key: String(at),
    depth: 0,
  }))
  const laid = layRuns(blocks, ({ id }) => Number(id) < 2 || id === '20')
  const sizes = laid.map(one => ('block' in one ? one.block.id : one.waiting.length))
  expect(runLength).toBe(12)
  expect(sizes).toEqual(['0', '1', 12, 6, '20', 9])
})

test('each outermost row stands together, with the rows in it; what is in no row stands by itself', () => {
  const laid = layRuns(listBlocks(people, session, all), () => true)
  const rows = layRows(laid)
  expect(rows.filter(({ isRow }) => isRow).map(({ key }) => key)).toEqual([
    'row-person@hoa',
    'row-person@binh',
    'row-day@day.1',
    'row-day@day.2',
  ])
  for (const { laid: own, isRow } of rows)
    for (const one of own) expect('block' in one && one.block.depth > 0).toBe(isRow)
  expect(rows.flatMap(row => row.laid)).toEqual(laid)
})

test('an open row waits with its own questions, closed ones wait together', () => {
  const waiting = (isOpen: (row: string) => boolean) =>
    layRuns(listBlocks(people, session, isOpen), () => false).flatMap(one =>
      'waiting' in one ? [one.waiting.map(({ id }) => id)] : [],
    )
  expect(waiting(() => false)).toContainEqual(['row-day@day.1', 'row-day@day.2'])
  expect(waiting(row => row === 'binh').some(([first]) => first === 'row-person@binh')).toBe(true)
})

test('a review has the shown questions, each below its headings, and no heading without a question', () => {
  const blocks = listBlocks(people, session, () => true)
  const pieces = reviewPieces(blocks, key => ['c_name@na', 'p_name@binh', 'days'].includes(key))
  expect(pieces.map(piece => (piece.kind === 'question' ? piece.key : piece.block.id))).toEqual([
    'row-person@hoa',
    'group-p_more@hoa',
    'row-child@na',
    'c_name@na',
    'row-person@binh',
    'p_name@binh',
    'days',
  ])
})

test('a review has no heading of a row whose questions are all hidden', () => {
  const hidden = {
    rows: (id: string, around: string) => ({ person: ['hoa'], child: [`${around}.1`] })[id] ?? [],
  }
  const pieces = reviewPieces(
    listBlocks(people, hidden, () => true),
    key => key === 'days',
  )
  expect(pieces).toMatchObject([{ kind: 'question', key: 'days' }])
})

test('a review tells rows that came and went since the last sending', () => {
  const sent = { notes: {}, files: {} }
  const before = { ...sent, answers: { 'p_name@hoa': 'Hoa', 'p_age@hoa': 40, 'p_name@an': 'An' } }
  const now = { ...sent, answers: { 'p_name@an': 'An', 'p_name@binh': 'Bình' } }
  const changes = rowChanges(before, now)
  expect([...changes.added]).toEqual(['binh'])
  expect([...changes.removed]).toEqual([['hoa', 'Hoa']])
})
