import { describe, expect, test } from 'vitest'
import {
  whereFileIs,
  whereThingIs,
  type BackupView,
  type FileFact,
} from '../../../../src/sync/replica/whereabouts.ts'

const feed = 'c1@a/unit'
const backup: BackupView = {
  backup: { at: 1000, epoch: 'e1', heads: { [feed]: 5 } },
  epochs: new Map([[feed, 'e1']]),
}
const noBackup: BackupView = { backup: undefined, epochs: new Map([[feed, 'e1']]) }
const row = (seq: number, pending: string | null = null) => ({ feed, seq, pending })
const file = (storedAt: number | undefined, isOnlyHere = false): FileFact => ({ storedAt, isOnlyHere })

describe('the three honest states of a thing', () => {
  test.each([
    ['a change that waits', [row(3), row(9, 'op')], [], backup, 'onTablet'],
    ['a photo that waits', [row(3)], [file(undefined, true)], backup, 'onTablet'],
    ['a change after the backup', [row(3), row(6)], [], backup, 'atServer'],
    ['a photo stored after the backup began', [row(3)], [file(1000)], backup, 'atServer'],
    ['a photo of another tablet, whose bytes never came here', [row(3)], [undefined], backup, 'atServer'],
    [
      'a photo of which the server did not tell when it had it',
      [row(3)],
      [file(undefined)],
      backup,
      'atServer',
    ],
    ['all up to the head of the backup', [row(3), row(5)], [file(999)], backup, 'inBackup'],
    ['no backup is known', [row(3)], [], noBackup, 'atServer'],
    ['a backup of another epoch', [row(3)], [], { ...backup, epochs: new Map([[feed, 'e2']]) }, 'atServer'],
    ['a feed whose epoch is not known yet', [row(3)], [], { ...backup, epochs: new Map() }, 'atServer'],
  ] as const)('%s', (_, rows, files, view, where) => {
    expect(whereThingIs(rows, files, view)).toBe(where)
  })

  test('a value whose pull is still on the way is not said to be in the backup', () => {
    expect(whereThingIs([{ ...row(3), isStale: true }], [], backup)).toBe('atServer')
  })
})

test('a file of which this tablet has no bytes is nowhere that it could tell', () => {
  expect(whereFileIs(undefined, backup)).toBeUndefined()
  expect(whereFileIs(file(1, true), backup)).toBe('onTablet')
  expect(whereFileIs(file(1), backup)).toBe('inBackup')
  expect(whereFileIs(file(1), noBackup)).toBe('atServer')
})
