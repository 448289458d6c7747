import type { Page } from 'playwright-core'

interface Change {
  /** A response, unless it is said. */
  readonly type?: 'response' | 'audit'
  readonly thing: string
  readonly field: string
  readonly value: string
}

/** The person of this page on another tablet, which had not seen what this one sent: a conflict (SY6). */
export async function changeElsewhere(page: Page, person: string, change: Change): Promise<void> {
  const { type = 'response' } = change
  const unit = change.thing.slice(change.thing.lastIndexOf('.') + 1)
  const answer = await page.evaluate(
    async ({ feed, author, type, field, thing, value }) => {
      const id = `else${Math.random().toString(36).slice(2, 14).padEnd(12, '0')}`
      const op = {
        id,
        device: 'other-tablet-0001',
        seq: Date.now(),
        group: id,
        feed,
        type,
        thing,
        field,
        value,
        hlc: Date.now() * 1024,
        base: null,
        schema: 1,
      }
      const body = { protocol: 1, person: author, device: op.device, ops: [op], cursors: {}, room: 20_000 }
      const response = await fetch('/api/sync', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-isoxa-request': '1' },
        body: JSON.stringify(body),
      })
      return ((await response.json()) as { answers: readonly { result: string }[] }).answers[0]?.result
    },
    { feed: `${unit}/${type === 'audit' ? 'audit' : 'unit'}`, author: person, ...change, type },
  )
  if (answer !== 'conflict') throw new Error(`the other tablet heard ${String(answer)}`)
}
