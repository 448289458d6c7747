import { cpSync } from 'node:fs'
import { makeTempFolder } from './temp-folder.ts'

const place = 'ISOXA_TEST_DEMO_DATA'

/** Workers that start after this inherit it. */
export function copyDemoFrom(folder: string): void {
  process.env[place] = folder
}

/** A new data folder, with the demo in it where a run has seeded it once; else the server seeds it itself. */
export function makeDemoFolder(): string {
  const folder = makeTempFolder('data')
  const seeded = process.env[place]
  if (seeded !== undefined) cpSync(seeded, folder, { recursive: true })
  return folder
}
