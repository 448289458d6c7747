import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Unit } from '../../../src/domain/people/unit.ts'
import type { Cell } from '../../../src/lib/workbook/workbook.ts'
import { writeWorkbook } from '../../../src/lib/workbook/write-workbook.ts'
import { loadDirectory } from '../../../src/server/app/admin/load-directory.ts'
import { readConfig } from '../../../src/server/app/config.ts'
import { openServices } from '../../../src/server/app/open-services.ts'
import { projectRoot } from '../../support/children.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const folder = makeTempFolder('units-command')

/** `npm run admin -- units-change …` as it is typed: exit code and what it wrote. */
function change(...line: readonly string[]): readonly [number | null, string] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/server/app/admin.ts', 'units-change', ...line],
    { cwd: projectRoot, encoding: 'utf8', env: { ...process.env, DATA_DIR: folder } },
  )
  return [status, stdout + stderr]
}

function aFile(name: string, moves: readonly (readonly Cell[])[]): string {
  const file = join(folder, name)
  const sheets = [
    { name: 'change', rows: [['on', '2030-01-01']] },
    { name: 'units', rows: [['code', 'full name']] },
    { name: 'moves', rows: [['from', 'to'], ...moves] },
  ]
  writeFileSync(file, writeWorkbook({ sheets }))
  return file
}

async function unitsNow(): Promise<readonly Unit[]> {
  const config = readConfig({ DATA_DIR: folder })
  if (!config.ok) throw new Error(config.error)
  const { services, close } = await openServices(config.value, () => undefined)
  const { tree } = await loadDirectory(services)
  await close()
  return tree.units
}

test('the command previews a reform out of a workbook, carries it out, takes it back, and changes nothing for a wrong file', async () => {
  const merged = aFile('merged.xlsx', [['05977', '05983']])
  const [code, said] = change('--file', merged)
  expect([code, said]).toEqual([0, expect.stringContaining('Nothing was changed. Do it with --apply.')])
  expect(said).toContain('From 2030-01-01: 1 communes and 0 districts end, 0 units begin.')
  const before = await unitsNow()
  expect(before.filter(({ kind }) => kind === 'commune')).toHaveLength(226)
  expect(before.every(({ to }) => to === null)).toBe(true)

  const wrong = aFile('wrong.xlsx', [
    ['99999', '05983'],
    ['05977', '88888'],
  ])
  expect(change('--file', wrong, '--apply')).toEqual([
    1,
    'This change cannot be:\n  99999: no such commune stands the day before.\n' +
      '  Phường Vĩnh Trại: there is no commune 88888 for it to go to.\n',
  ])
  expect(await unitsNow()).toEqual(before)

  expect(change('--file', merged, '--apply')).toEqual([
    0,
    expect.stringMatching(/^Done: \S+\. Take it back with --undo\.$/mu),
  ])
  const ended = (await unitsNow()).filter(({ to }) => to !== null)
  expect(ended.map(({ code: own, to, successor }) => [own, to, successor])).toEqual([
    ['05977', '2029-12-31', '05983@2017-10-15'],
  ])

  expect(change('--undo')).toEqual([0, expect.stringContaining('everything is as it was before')])
  expect(await unitsNow()).toEqual(before)
})
