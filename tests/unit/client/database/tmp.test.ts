import { test } from 'vitest'
import { aChange, aFile, aPersonStore } from './a-person-store.ts'
test('x', async () => {
  const { db, store } = await aPersonStore()
  console.log(await store.save([aChange('a', 'x'.repeat(63_998))]))
  console.log(await store.save([aChange('evidence/q1/f1', { size: 700_000 })], [aFile('f1', 700_000)]))
  db.files.hook('creating', () => { throw new DOMException('full', 'QuotaExceededError') })
  console.log(await db.rows.count())
  console.log(await store.save([aChange('answers/q1', 'yes')], [aFile('f2', 10)]))
  console.log(await db.rows.count())
  await new Promise(r => setTimeout(r, 50))
  console.log(await db.rows.count())
})
