import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { waitUntil } from '../../support/wait-until.ts'

interface Process {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/**
 * SIGKILL for every process whose command names `mark` (a profile's folder, which no other browser has), and for
 * all below it, at once: none has time to write anything more. Resolves when they are gone; gives how many they were.
 */
export async function killTree(mark: string): Promise<number> {
  const doomed = treeOf(mark, listProcesses())
  for (const pid of doomed) signal(pid, 'SIGKILL')
  await waitUntil('the end of the browser', () => doomed.every(pid => !isAlive(pid)))
  return doomed.length
}

function treeOf(mark: string, processes: readonly Process[]): readonly number[] {
  const tree = new Set(processes.filter(one => one.command.includes(mark)).map(one => one.pid))
  tree.delete(process.pid)
  for (let before = -1; before !== tree.size;) {
    before = tree.size
    for (const one of processes) if (tree.has(one.parent)) tree.add(one.pid)
  }
  return [...tree]
}

function listProcesses(): readonly Process[] {
  if (existsSync('/proc/self/stat')) return readdirSync('/proc').flatMap(readProcess)
  const listed = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' })
  return listed.split('\n').flatMap(line => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? []
    return pid && parent && command ? [{ pid: Number(pid), parent: Number(parent), command }] : []
  })
}

function readProcess(folder: string): readonly Process[] {
  if (!/^\d+$/u.test(folder)) return []
  try {
    const command = readFileSync(`/proc/${folder}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return [{ pid: Number(folder), parent: readStat(folder).parent, command }]
  } catch {
    return []
  }
}

/** The name in brackets may hold anything, so what counts comes after the last bracket. */
function readStat(pid: string): { state: string; parent: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { state, parent: Number(parent) }
}

/** A zombie is dead: its parent only has not asked yet. */
function isAlive(pid: number): boolean {
  if (!existsSync('/proc/self/stat')) return signal(pid, 0)
  try {
    return !'ZX'.includes(readStat(String(pid)).state)
  } catch {
    return false
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}
