import { isSameJson } from '../../../src/lib/json-value.ts'
import type { Op, OpId } from '../../../src/sync/protocol/op.ts'
import type { SavedOp } from '../history/ledger.ts'
import type { World } from '../history/world.ts'
import type { Disk } from '../tablet/home.ts'
import type { ServerContents } from './read-server.ts'

/** Every save that was shown is in the log, or held where its author sees it; each once, and as it was (SY1, SY4). */
export function checkSaved(world: World, server: ServerContents, disks: readonly Disk[]): void {
  const { ledger, fail } = world
  const heldByTablets = new Set(disks.flatMap(({ held }) => held.map(({ op }) => op.id)))
  const heldByServer = new Set(server.held.map(({ op, author }) => `${author} ${op.id}`))

  function isKept({ op, person, isTabletGone }: SavedOp): boolean {
    if (ledger.taken.has(op.id)) return true
    const logged = server.logById.get(op.id)
    if (logged && isSame(logged.op, op) && logged.author === person) return true
    if (heldByTablets.has(op.id)) return true
    if (isTabletGone && heldByServer.has(`${person} ${op.id}`)) return true
    const next = ledger.replacements.get(op.id)
    return next !== undefined && isThere(next)
  }

  /** Of an op that nobody was shown it is only asked that it, or what took its place, has not vanished. */
  function isThere(id: OpId): boolean {
    const saved = ledger.ops.get(id)
    if (saved) return isKept(saved)
    const next = ledger.replacements.get(id)
    if (ledger.taken.has(id)) return true
    return server.logById.has(id) || heldByTablets.has(id) || (next !== undefined && isThere(next))
  }

  for (const saved of ledger.ops.values())
    if (!isKept(saved)) fail('lost', `${saved.op.id} (${saved.op.field}) of ${saved.person} is nowhere`)
}

/** Device, sequence and schema may become others on the way (SY2, SY14). */
const isSame = (a: Op, b: Op): boolean =>
  a.feed === b.feed &&
  a.type === b.type &&
  a.thing === b.thing &&
  a.field === b.field &&
  a.base === b.base &&
  a.hlc === b.hlc &&
  isSameJson(a.value, b.value)
