import { expect, test } from 'vitest'
import { balanceLines } from '../../../../src/client/documents/balance-lines.ts'

test('a title that fits stays in one line', () => {
  expect(balanceLines('TM. ỦY BAN NHÂN DÂN', 20)).toEqual(['TM. ỦY BAN NHÂN DÂN'])
})

test('a title that is too long breaks as near its middle as its words let it', () => {
  expect(balanceLines('ĐẠI DIỆN BÊN ĐƯỢC ĐÁNH GIÁ', 20)).toEqual(['ĐẠI DIỆN BÊN', 'ĐƯỢC ĐÁNH GIÁ'])
  expect(balanceLines('APPROVED AND CLOSED BY', 20)).toEqual(['APPROVED AND', 'CLOSED BY'])
  expect(balanceLines("FOR THE PEOPLE'S COMMITTEE", 20)).toEqual(["FOR THE PEOPLE'S", 'COMMITTEE'])
})

test('every word is kept in its order, in as many lines as it takes', () => {
  const title = 'ĐẠI DIỆN LÃNH ĐẠO VỀ CHẤT LƯỢNG CỦA ỦY BAN NHÂN DÂN'
  const lines = balanceLines(title, 20)
  expect(lines.join(' ')).toBe(title)
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(20)
  expect(lines.length).toBe(3)
})

test('a word longer than a line stands alone', () => {
  expect(balanceLines('A WORDLONGERTHANTHELINE B', 10)).toEqual(['A', 'WORDLONGERTHANTHELINE', 'B'])
})
