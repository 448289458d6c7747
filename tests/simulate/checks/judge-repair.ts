import type { SyncRequest } from '../../../src/sync/protocol/wire.ts'
import type { LinkResult } from '../../../src/sync/replica/server-link.ts'
import type { World } from '../history/world.ts'

/**
 * That a feed whose sums do not agree is pulled again (SY7) is the second net. That it was needed is a fault of the first:
 * no history may make a tablet begin a feed again whose epoch has stayed the same.
 */
export function createRepairJudge(seat: string, world: () => World) {
  let asked: SyncRequest['cursors'] = {}
  let heard: LinkResult | undefined
  return {
    asks({ cursors }: SyncRequest): void {
      for (const { feed, epoch } of heard?.type === 'answered' ? heard.response.pages : []) {
        const [before] = asked[feed] ?? ['']
        const [now] = cursors[feed] ?? [epoch]
        if (before === epoch && now === '')
          world().fail('diverged', `${seat} had to pull ${feed} again from zero`)
      }
      asked = cursors
      heard = undefined
    },
    hears: (result: LinkResult): void => void (heard = result),
  }
}
