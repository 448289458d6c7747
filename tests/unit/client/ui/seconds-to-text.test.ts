import { expect, test } from 'vitest'
import { secondsToText } from '../../../../src/client/ui/seconds-to-text.ts'

test.for([
  [0, '0:00'],
  [9.9, '0:09'],
  [75, '1:15'],
  [3600, '60:00'],
] as const)('%f seconds are %s', ([seconds, text]) => {
  expect(secondsToText(seconds)).toBe(text)
})
