import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { waitUntil } from '../support/wait-until.ts'
import { makeTempFolder, removeTempFolder } from '../support/temp-folder.ts'

/** A disk of its own whose power can be cut: what nobody asked to be made durable is gone afterwards. */
export interface PowerDisk {
  readonly folder: string
  /** From now on nothing reaches the disk any more, as if it had lost its power; what runs on it sees errors. */
  readonly cut: () => void
  /** The power is back: the file system mends itself from its journal. Whatever ran on it must have ended. */
  readonly restore: () => Promise<void>
  /** Everything written until now is on the disk to stay. */
  readonly flush: () => void
  readonly remove: () => void
}

/** `_IOR('X', 125, __u32)` of fs/ext4/ext4.h, and its flag "do not flush the journal". */
const shutdownRequest = 0x8004587d
const noLogFlush = 2

const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()

/** Why there is no such disk here; undefined when there is. */
export async function findPowerProblem(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'this is not Linux'
  if (process.getuid?.() !== 0) return 'this is not root'
  if (!existsSync('/dev/loop-control')) return 'there are no loop devices'
  for (const [tool, asked] of [
    ['losetup', '--version'],
    ['mkfs.ext4', '-V'],
    ['perl', '-v'],
  ] as const)
    try {
      run(tool, asked)
    } catch {
      return `${tool} is missing`
    }
  try {
    const disk = createPowerDisk(32)
    disk.cut()
    await disk.restore()
    disk.remove()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : String(error)
  }
}

/** An ext4 file system in a file, on a loop device. Throws when this machine does not allow it. */
export function createPowerDisk(megabytes: number): PowerDisk {
  const home = makeTempFolder('disk')
  const image = join(home, 'image')
  const folder = join(home, 'mounted')
  mkdirSync(folder)
  closeSync(openSync(image, 'w'))
  truncateSync(image, megabytes * 1024 * 1024)
  const device = run('losetup', '--find', '--show', image)
  /** A process that was killed lets go of its files a moment later. */
  function isUnmounted(): boolean {
    try {
      run('umount', folder)
      return true
    } catch {
      return false
    }
  }
  try {
    run('mkfs.ext4', '-q', device)
    // Data follows the journal by itself only after half a minute, as on a real tablet.
    run('mount', device, folder)
  } catch (error) {
    run('losetup', '--detach', device)
    removeTempFolder(home)
    throw error
  }
  process.on('exit', remove)

  function remove(): void {
    process.off('exit', remove)
    try {
      run('umount', '--lazy', folder)
    } catch {
      // Not mounted any more.
    }
    try {
      run('losetup', '--detach', device)
    } catch {
      // Gone already.
    }
    removeTempFolder(home)
  }

  return {
    folder,
    cut: () =>
      void run(
        'perl',
        '-e',
        `open(my $f, "<", $ARGV[0]) or die "$!"; my $flags = pack("I", ${noLogFlush}); ioctl($f, ${shutdownRequest}, $flags) or die "$!"`,
        folder,
      ),
    async restore() {
      await waitUntil('the end of all that ran on the disk', isUnmounted)
      run('mount', device, folder)
    },
    flush: () => void run('sync', '--file-system', folder),
    remove,
  }
}
