import { expect, test } from 'vitest'
import { filterOptions, toSearched } from '../../../../src/client/ui/filter-options.ts'

const searched = toSearched([
  { value: 'a', label: 'Thôn Hoà Bình, xã Đông Hải' },
  { value: 'b', label: 'Thôn Hòa Đông' },
  { value: 'c', label: 'Tổ dân phố 3' },
])
const found = (query: string) => filterOptions(searched, query).map(option => option.value)

test('diacritics and the place of the tone do not matter', () => {
  expect(found('hoa')).toEqual(['a', 'b'])
  expect(found('hòa')).toEqual(['a', 'b'])
  expect(found('DONG hai')).toEqual(['a'])
})

test('every word must be there, in any order', () => {
  expect(found('dong thon')).toEqual(['a', 'b'])
  expect(found('to 3')).toEqual(['c'])
  expect(found('hoa 3')).toEqual([])
})

test('nothing asked finds everything', () => {
  expect(found('  ')).toEqual(['a', 'b', 'c'])
})

test('letters and marks may be typed one by one, in the labels and in what is asked', () => {
  const apart = toSearched([{ value: 'd', label: 'Thôn Nà Lế'.normalize('NFD') }])
  for (const query of ['lế', 'Lế'.normalize('NFD'), 'le'])
    expect(filterOptions(apart, query).map(option => option.value)).toEqual(['d'])
  expect(found('hoà'.normalize('NFD'))).toEqual(['a', 'b'])
})

test('10,000 choices are searched within a frame', () => {
  const many = toSearched(
    Array.from({ length: 10_000 }, (_, at) => ({ value: `t${at}`, label: `Thôn Nà Lế số ${at}` })),
  )
  const before = process.cpuUsage()
  for (let time = 0; time < 10; time++) expect(filterOptions(many, 'na le 999')).toHaveLength(19)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1_000 / 10).toBeLessThan(50)
})
