import { describe, expect, test } from 'vitest'
import { wordList } from '../../../../../src/sync/protocol/carried/word-list.ts'
import { makeWords, readWords } from '../../../../../src/sync/protocol/carried/words.ts'

describe('SY16 the words that open a file', () => {
  test('the list has 1,024 different short words of plain letters', () => {
    expect(new Set(wordList).size).toBe(1024)
    expect(wordList.filter(word => !/^[a-z]{2,6}$/u.test(word))).toEqual([])
  })

  test('no word holds what Telex turns into a mark, and none begins with what the north hears as another', () => {
    expect(wordList.filter(word => /aa|ee|oo|dd|w|z|f|j|[sxr]$/u.test(word))).toEqual([])
    expect(wordList.filter(word => /^(?:tr|s|gi|r)/u.test(word))).toEqual([])
  })

  test('six of them are made from 60 random bits', () => {
    const first = makeWords(count => new Uint8Array(count))
    expect(first).toBe(Array.from({ length: 6 }, () => wordList[0]).join(' '))
    expect(makeWords(count => new Uint8Array(count).fill(255))).toBe(
      Array.from({ length: 6 }, () => wordList[1023]).join(' '),
    )
  })

  test.each([
    ['ba cam dong hoa lang thung'],
    ['  Bà Cấm\nĐồng, hoá; LÀNG thùng.'],
    ['Bà Cấm Đồng hoà làng thùng'.normalize('NFD')],
  ])('marks, capitals and commas do not matter: %s', typed => {
    expect(readWords(typed)).toEqual({ words: 'ba cam dong hoa lang thung', unknown: [], missing: 0 })
  })

  test('a wrong letter is told by the word it is in, a missing word by the count', () => {
    expect(readWords('ba cam donx hoa lang thung').unknown).toEqual(['donx'])
    expect(readWords('ba cam dong').missing).toBe(3)
    expect(readWords('ba cam dong hoa lang thung ba').missing).toBe(-1)
  })
})
