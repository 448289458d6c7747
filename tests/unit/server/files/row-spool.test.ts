import { expect, test } from 'vitest'
import { createRowSpool } from '../../../../src/server/files/row-spool.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'

const readAll = async (rows: AsyncIterable<JsonValue>): Promise<readonly JsonValue[]> => {
  const found: JsonValue[] = []
  for await (const row of rows) found.push(row)
  return found
}

test('rows come back as they went in, each queue by itself, whatever their texts hold', async () => {
  const spool = createRowSpool()
  const odd = ['một\nhai\r\n', 'ba\u2028bốn\u2029', '"\\u2028"', '\u{1f4f7}\ud800', '']
  await spool.put(1, [odd, [null, 1.5, true]])
  await spool.put(2, [{ path: 'x' }])
  await spool.put(1, [['last']])
  await spool.put(3, [])
  expect(await readAll(spool.read(1))).toEqual([odd, [null, 1.5, true], ['last']])
  expect(await readAll(spool.read(2))).toEqual([{ path: 'x' }])
  expect(await readAll(spool.read(3))).toEqual([])
  await spool.close()
})

test('more than a batch keeps its order', async () => {
  const spool = createRowSpool()
  const rows = Array.from({ length: 5000 }, (_, at) => [at, 'x'.repeat(50)])
  for (const row of rows) await spool.put(0, [row])
  expect(await readAll(spool.read(0))).toEqual(rows)
  await spool.close()
})
