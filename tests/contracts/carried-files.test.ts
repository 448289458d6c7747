import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createCarriedFiles } from '../../src/server/database/carried-files.ts'
import { engineNames, engines, type TestDatabase } from '../support/databases.ts'

const file = (at: number): string => at.toString(16).padStart(64, '0')
const carried = { sha256: file(1), author: 'lan', courier: 'minh' }

describe.each(engineNames)('SY16 files that somebody carries for somebody else, on %s', engine => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await engines[engine]()
  })
  afterEach(() => opened.close())
  const files = () => createCarriedFiles(opened.database)

  test('what was allowed is allowed, also after the database was opened anew', async () => {
    expect(await files().mayCarry(carried)).toBe(false)
    await files().allow([carried])
    expect(await createCarriedFiles(await opened.reopen()).mayCarry(carried)).toBe(true)
  })

  test('another file, author or courier is not', async () => {
    await files().allow([carried])
    for (const other of [{ sha256: file(2) }, { author: 'hoa' }, { courier: 'lan' }])
      expect(await files().mayCarry({ ...carried, ...other })).toBe(false)
    expect(await files().mayCarry({ ...carried, author: 'minh', courier: 'lan' })).toBe(false)
  })

  test('allowing the same again changes nothing, nor does allowing nothing', async () => {
    await files().allow([carried, carried])
    await files().allow([carried])
    await files().allow([])
    expect(await files().mayCarry(carried)).toBe(true)
  })

  test('a statement may name more files than one statement of the database takes', async () => {
    const many = Array.from({ length: 1201 }, (_, at) => ({ ...carried, sha256: file(at) }))
    await files().allow(many)
    const asked = await Promise.all(
      [0, 499, 500, 1200].map(at => files().mayCarry({ ...carried, sha256: file(at) })),
    )
    expect([...asked, await files().mayCarry({ ...carried, sha256: file(1201) })]).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })
})
