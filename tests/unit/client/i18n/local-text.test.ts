import { expect, test } from 'vitest'
import { localText } from '../../../../src/client/i18n/local-text.ts'

test('content is read in the language shown, in Vietnamese where nobody translated it', () => {
  expect(localText({ vi: 'Chính sách chất lượng', en: 'Quality policy' }, 'en')).toBe('Quality policy')
  expect(localText({ vi: 'Chính sách chất lượng', en: 'Quality policy' }, 'vi')).toBe('Chính sách chất lượng')
  expect(localText({ vi: 'Chính sách chất lượng' }, 'en')).toBe('Chính sách chất lượng')
  expect(localText({ vi: 'Chính sách chất lượng', en: '' }, 'en')).toBe('Chính sách chất lượng')
})
