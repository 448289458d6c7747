import { expect, test } from 'vitest'
import { listLastWords } from '../../../../src/domain/audits/list-last-words.ts'
import type { ListedField } from '../../../../src/domain/audits/list-findings.ts'

const said = (thing: string, author: string, at: number, text: string, order = at): ListedField => ({
  thing,
  field: `comments/finding/${thing}${at}`,
  value: { text },
  author,
  at,
  order,
})

test('what others said last about a finding waits for an answer, newest first, and no longer than it is new', () => {
  const comments = [
    said('f1', 'huyen', 50, 'Gửi kèm ảnh'),
    said('f2', 'huyen', 60, 'Đã gửi chưa?'),
    said('f2', 'xa', 70, 'Đã gửi hôm qua'),
    said('f3', 'xa', 55, 'Chưa rõ'),
    said('f3', 'huyen', 80, 'Xem mục 4.2.3'),
    said('f4', 'huyen', 10, 'Từ tháng trước'),
    // Written over: there is no such text.
    { ...said('f1', 'huyen', 90, ''), value: null },
  ]
  expect(
    listLastWords(comments, { person: 'xa', since: 40 }).map(({ thing, text }) => [thing, text]),
  ).toEqual([
    ['f3', 'Xem mục 4.2.3'],
    ['f1', 'Gửi kèm ảnh'],
  ])
  // The other side has an answer to read.
  expect(listLastWords(comments, { person: 'huyen', since: 40 }).map(({ thing }) => thing)).toEqual(['f2'])
})

test('an answer that waits for the network counts, though a clock says that it is older', () => {
  const comments = [said('f1', 'huyen', 90, 'Gửi kèm ảnh'), said('f1', 'xa', 60, 'Đã gửi', Infinity)]
  expect(listLastWords(comments, { person: 'xa', since: 0 })).toEqual([])
})
