import { strFromU8, strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { crc32 } from '../../../../src/lib/zip/crc32.ts'
import { safePath } from '../../../../src/lib/zip/safe-path.ts'
import { createZipWriter } from '../../../../src/lib/zip/zip-writer.ts'

function zipOf(files: readonly (readonly [path: string, text: string])[]) {
  const chunks: Uint8Array[] = []
  const zip = createZipWriter({ onChunk: chunk => chunks.push(chunk) })
  const paths = files.map(([path, text]) => zip.file(path, strToU8(text)))
  zip.end()
  return { paths, bytes: new Uint8Array(Buffer.concat(chunks)) }
}

test('files come back by their paths, and not compressed', () => {
  const { bytes } = zipOf([
    ['Đình Lập/ảnh 1.jpg', 'a'.repeat(1000)],
    ['empty', ''],
  ])
  const unzipped = unzipSync(bytes)
  expect(Object.keys(unzipped)).toEqual(['Đình Lập/ảnh 1.jpg', 'empty'])
  expect(strFromU8(unzipped['Đình Lập/ảnh 1.jpg']!)).toBe('a'.repeat(1000))
  expect(bytes.length).toBeGreaterThan(1000)
})

test('the same files are the same bytes', () => {
  expect(zipOf([['a', 'x']]).bytes).toEqual(zipOf([['a', 'x']]).bytes)
})

test('a path that is taken gets a number, whatever its case', () => {
  const { paths } = zipOf([
    ['x/a.jpg', ''],
    ['X/A.jpg', ''],
    ['x/a.jpg', ''],
    ['x.y/b', ''],
    ['x.y/b', ''],
  ])
  expect(paths).toEqual(
    ['x/a.jpg', 'X/A (2).jpg', 'x/a (3).jpg', 'x.y/b', 'x.y/b (2)'].map(value => ({ ok: true, value })),
  )
})

test('a zip takes 65,535 files and no more', () => {
  const zip = createZipWriter({ onChunk: () => {} })
  const empty = new Uint8Array()
  for (let i = 0; i < 65_535; i++) zip.file(`${i}`, empty)
  expect(zip.file('more', empty)).toEqual({ ok: false, error: { type: 'zipFull' } })
})

test.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['/etc/./passwd', 'etc/passwd'],
  ['C:\\Windows\\a.jpg', 'C_/Windows/a.jpg'],
  ['a/.. /b', 'a/b'],
  ['a\u0000b.', 'a_b'],
  ['con.jpg', '_con.jpg'],
  ['..', 'file'],
  ['', 'file'],
  [`${'a'.repeat(200)}.jpg`, `${'a'.repeat(116)}.jpg`],
  ['e\u0302'.normalize('NFD'), 'ê'],
])('%j unpacks as %s', (path, safe) => {
  expect(safePath(path)).toBe(safe)
})

test('the checksum is the one of zip, in one go or in pieces', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926)
  expect(crc32(strToU8('56789'), crc32(strToU8('1234')))).toBe(0xcbf43926)
})
