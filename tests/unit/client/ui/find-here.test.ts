import { expect, test } from 'vitest'
import { findHere } from '../../../../src/client/ui/find-here.ts'

const items = [
  { to: '/work', also: ['/responses', '/due'] },
  { to: '/road', also: ['/training', '/documents'] },
  { to: '/communes', also: ['/review', '/due'] },
  { to: '/board' },
]

test.each([
  ['/road', '/road'],
  ['/road/review', '/road'],
  ['/training', '/road'],
  ['/training/training.a.u', '/road'],
  ['/documents/document.a.u', '/road'],
  ['/review/plan174.survey.u', '/communes'],
  ['/board/figures', '/board'],
  // Only one entry is where one is.
  ['/due', '/work'],
  // Not what merely begins with the same letters.
  ['/roadside', undefined],
  ['/guide/communeLeader', undefined],
  ['/', undefined],
])('%s belongs to %s', (pathname, to) => {
  expect(findHere(items, pathname)?.to).toBe(to)
})
