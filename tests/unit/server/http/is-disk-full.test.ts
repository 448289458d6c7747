import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { isDiskFull } from '../../../../src/server/http/is-disk-full.ts'

function catchError(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
}

describe('a full disk is known', () => {
  test('by what SQLite really throws when it has no room', () => {
    const database = new DatabaseSync(':memory:')
    database.exec('create table t (x); pragma max_page_count = 3')
    const error = catchError(() => database.exec('insert into t values (zeroblob(1000000))'))
    expect(error).toBeInstanceOf(Error)
    expect(isDiskFull(error)).toBe(true)
    const other = catchError(() => database.exec('select nosuch'))
    expect([other instanceof Error, isDiskFull(other)]).toEqual([true, false])
    database.close()
  })

  test.each([
    [{ code: 'ENOSPC' }, true],
    [{ code: 'EDQUOT' }, true],
    // PostgreSQL, disk_full.
    [{ code: '53100' }, true],
    [new Error('x', { cause: { code: 'ENOSPC' } }), true],
    [{ code: 'ENOENT' }, false],
    [new Error('database or disk is full'), false],
    ['ENOSPC', false],
    [null, false],
  ])('by its code, its own or its cause’s: %o', (error, isFull) => {
    expect(isDiskFull(error)).toBe(isFull)
  })
})
