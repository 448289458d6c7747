import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { startChild, waitForExit } from './children.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** `$CHROMIUM_PATH`, else an installed browser of Chromium's kind, else undefined. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run`)
    return named
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin')
  const onPath = names.flatMap(name => folders.map(folder => join(folder, name)))
  return [...onPath, ...applications].find(isExecutable)
}

export function mustFindChromium(): string {
  const found = findChromium()
  if (found === undefined) throw new Error(instruction)
  return found
}

/** Installs Debian's package when nothing is found and this is root on a system with apt. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium()
  if (found !== undefined) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(instruction)
  console.log('no Chromium found: installing the package "chromium" (about a minute, 350 MB)')
  const apt = ['-o', 'DPkg::Lock::Timeout=300', '-y']
  await run('apt-get', [...apt, 'update'])
  await run('apt-get', [...apt, 'install', 'chromium'])
  return mustFindChromium()
}

const instruction =
  'No Chromium found. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one, e.g.\n' +
  '  sudo apt-get install chromium      or      CHROMIUM_PATH=/path/to/chrome npm test'

async function run(command: string, args: readonly string[]): Promise<void> {
  const child = startChild(command, args, { stdio: 'inherit', env: { DEBIAN_FRONTEND: 'noninteractive' } })
  const code = await waitForExit(child)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${instruction}`)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
