import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffWords, type WordPiece } from '../../../src/lib/diff-words.ts'

const show = (pieces: readonly WordPiece[]): string =>
  pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('')
const diff = (before: string, after: string): readonly string[] => {
  const found = diffWords(before, after)
  return [show(found.before), show(found.after)]
}

describe('words that differ', () => {
  test.each([
    ['Kho nhỏ, ẩm', 'Kho lớn, ẩm', 'Kho [nhỏ], ẩm', 'Kho [lớn], ẩm'],
    ['Có hai cán bộ', 'Có hai cán bộ một cửa', 'Có hai cán bộ', 'Có hai cán bộ [một cửa]'],
    ['a b c d', 'a d', 'a [b c] d', 'a d'],
    ['giống hệt', 'giống hệt', 'giống hệt', 'giống hệt'],
    ['cũ', 'mới', '[cũ]', '[mới]'],
    ['', 'mới', '', '[mới]'],
  ])('%j against %j', (before, after, marked, other) => {
    expect(diff(before, after)).toEqual([marked, other])
  })

  test('the same word typed as one letter or as letter and mark is the same', () => {
    expect(diff('Hoà Bình'.normalize('NFD'), 'Hoà Bình').join('')).not.toContain('[')
  })

  test('one tone mark makes another word, and gaps of other kinds do not', () => {
    expect(diff('má  nhà', 'mà\nnhà')).toEqual(['[má]  nhà', '[mà]\nnhà'])
  })

  test('the pieces of a side put together are its text, and equal texts have no mark', () => {
    const text = fc.array(fc.constantFrom('ô', 'tô', ' ', ',', '\n', 'xe')).map(words => words.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = diffWords(before, after)
        expect(found.before.map(piece => piece.text).join('')).toBe(before)
        expect(found.after.map(piece => piece.text).join('')).toBe(after)
        const kept = (pieces: readonly WordPiece[]) =>
          pieces
            .flatMap(piece => (piece.isChanged ? [] : piece.text))
            .join('')
            .replaceAll(/\s+/gu, '')
        expect(kept(found.before)).toBe(kept(found.after))
      }),
    )
  })

  test('two very long texts are told apart without standing still', () => {
    const words = (seed: string) => Array.from({ length: 8_000 }, (_, at) => `${seed}${at}`).join(' ')
    const found = diffWords(`Đầu ${words('a')} cuối`, `Đầu ${words('b')} cuối`)
    expect(found.before[0]).toMatchObject({ isChanged: false })
    expect(found.before.at(-1)?.text).toContain('cuối')
  })
})
