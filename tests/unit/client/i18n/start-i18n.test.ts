import { expect, test } from 'vitest'
import { startI18n } from '../../../../src/client/i18n/start-i18n.ts'

async function start(stored: string | null | Error) {
  const root = { lang: '' }
  const saved: string[] = []
  const i18n = await startI18n({
    root,
    loadLanguage: async () => {
      if (stored instanceof Error) throw stored
      return stored
    },
    saveLanguage: async language => {
      expect(root.lang, 'shown before it is remembered').not.toBe(language)
      if (stored === 'full') throw new Error('no room')
      saved.push(language)
    },
  })
  return { i18n, root, saved }
}

test('the app starts in Vietnamese, whatever the store says', async () => {
  for (const stored of [null, 'fr', new Error('no store')]) {
    const { i18n, root } = await start(stored)
    expect(root.lang).toBe('vi')
    expect(i18n.t('action.save')).toBe('Lưu')
    expect(i18n.t('ui:state.waiting')).toBe('Chờ đồng bộ')
  }
})

test('the language chosen before is there from the first text on', async () => {
  const { i18n, root, saved } = await start('en')
  expect(root.lang).toBe('en')
  expect(i18n.t('ui:state.waiting')).toBe('Waiting to sync')
  expect(saved).toEqual([])
})

test('changing the language loads its texts, marks the page and is remembered', async () => {
  const { i18n, root, saved } = await start(null)
  await i18n.changeLanguage('en')
  expect(root.lang).toBe('en')
  expect(saved).toEqual(['en'])
  expect(i18n.t('action.save')).toBe('Save')
  expect(i18n.t('ui:number.tooManyDecimals', { count: 1 })).toBe('At most 1 decimal.')
})

test('a language that cannot be remembered is shown all the same', async () => {
  const { i18n, root, saved } = await start('full')
  await i18n.changeLanguage('en')
  expect([root.lang, saved]).toEqual(['en', []])
})

test('a name with < or & is shown as it is written', async () => {
  const { i18n } = await start(null)
  expect(i18n.t('ui:photo.open', { alt: 'A & <B>' })).toBe('Xem lớn: A & <B>')
})
