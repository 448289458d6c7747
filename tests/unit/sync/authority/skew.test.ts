import { describe, expect, test } from 'vitest'
import type { Upcaster } from '../../../../src/sync/protocol/upcast-op.ts'
import { createMemoryEntryStore } from '../../../support/memory-entry-store.ts'
import { aCommune, results } from './a-commune.ts'

const renamed: readonly Upcaster[] = [op => ({ ...op, field: op.field.replace('answer/', 'answers/') })]

describe('SY14 tablets with older and newer builds', () => {
  test('an op of the schema before is taken as it was meant', async () => {
    const { tablet, valueOf } = aCommune(createMemoryEntryStore(), { steps: renamed })
    const lan = tablet('lan')
    await lan.start()
    expect(results(await lan.push(lan.op('answer/q2', 'cũ')))).toEqual(['ok'])
    expect(await valueOf('answers/q2')).toBe('cũ')
  })

  test('an op that an older server took is known to the next one, which understands it otherwise', async () => {
    const store = createMemoryEntryStore()
    const before = aCommune(store).tablet('lan')
    await before.start()
    const op = before.op('answers/q2', 'x')
    await before.push(op)
    const steps = [(older: typeof op) => ({ ...older, value: `${JSON.stringify(older.value)}!` })]
    const { tablet } = aCommune(store, { steps })
    expect(results(await tablet('lan').push(op))).toEqual(['duplicate'])
  })

  test('an op of a newer build is held until the server is as new, and blocks nothing', async () => {
    const store = createMemoryEntryStore()
    const old = aCommune(store)
    const lan = old.tablet('lan')
    await lan.start()
    const newer = lan.op('answer/q2', 'mới', { schema: 2, type: 'response' })
    const sent = await lan.push(newer, lan.op('answers/q1', 'yes'))
    expect(results(sent)).toEqual(['held: newerSchema', 'ok'])
    const steps = [(op: typeof newer) => op, (op: typeof newer) => op]
    const updated = aCommune(store, { steps })
    const field = { ...newer, field: 'answers/q2' }
    expect(results(await updated.tablet('lan').push(field))).toEqual(['ok'])
  })
})
