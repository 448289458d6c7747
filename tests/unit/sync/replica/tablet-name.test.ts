import { expect, test } from 'vitest'
import { tabletName } from '../../../../src/sync/replica/tablet-name.ts'

test('a tablet has the same short name everywhere, without signs that sound or look alike', () => {
  expect(tabletName('k3Jx9Qm2LpZ7VbTa')).toBe(tabletName('k3Jx9Qm2LpZ7VbTa'))
  const names = Array.from({ length: 2_000 }, (_, at) => tabletName(`device-${at}`))
  for (const name of names) expect(name).toMatch(/^[2-46-79AC-HJKMNP-RT-Z]{2}-[2-46-79AC-HJKMNP-RT-Z]{2}$/u)
  expect(new Set(names).size).toBeGreaterThan(1_985)
})
