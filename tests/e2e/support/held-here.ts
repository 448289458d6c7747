import type { Page } from 'playwright-core'
import { heldQuestionField, settlementThing } from '../../../src/sync/protocol/settlement-name.ts'
import { openApi } from './api.ts'
import { anOp, heldOf, holdAChange, type HeldHere } from './held-op.ts'
import { goTo } from './pages.ts'
import { heldPill } from './sync-page.ts'
import { word, type Language } from './words.ts'

/** The official's own sync centre with a change that the server holds, and what the district's officer asks about it. */
export async function openHeldHere(page: Page, language: Language): Promise<void> {
  const { origin } = new URL(page.url())
  const held = await holdAChange(origin)
  const officer = await openApi(origin, { username: 'trangdinh', password: 'iso9001' })
  const { answers } = await officer.sync({
    ops: [
      anOp('test-p-trangdinh', {
        type: 'heldWork',
        thing: settlementThing(heldOf.feed),
        field: heldQuestionField({ op: held.op.id, author: heldOf.person }),
        value: { note: 'Mẫu phiếu này đã thay. Xin ghi lại câu trả lời vào câu 1.2.' },
      }),
    ],
  })
  if (answers[0]?.result !== 'ok') throw new Error(`not asked: ${JSON.stringify(answers)}`)
  await goTo(page, '/work')
  await keepHeld(page, held)
  await goTo(page, '/sync')
  await heldPill(page, 1, language).waitFor()
  await page
    .getByRole('button', { name: word('sync.held.retry', language), exact: true })
    .first()
    .waitFor()
  await page.getByText('Mẫu phiếu này đã thay').first().waitFor()
}

/** No screen makes such a change; the tablet keeps it as it keeps each one that the server has not taken. */
export async function keepHeld(page: Page, held: HeldHere): Promise<void> {
  await page.evaluate(
    async ({ person, record }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(`isoxa-person-${person}`)
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', reject)
      })
      const transaction = db.transaction('held', 'readwrite')
      transaction.objectStore('held').put(JSON.parse(record))
      await new Promise(resolve => transaction.addEventListener('complete', resolve))
      db.close()
    },
    { person: heldOf.person, record: JSON.stringify({ ...held, at: Date.now() }) },
  )
  // The app hears of nothing that is written beside it.
  await page.reload()
}
