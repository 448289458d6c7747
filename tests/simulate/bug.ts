import type { FileOutbox } from '../../src/client/network/file-sender.ts'
import type { PersonStore } from '../../src/client/database/person-store.ts'
import type { Authority } from '../../src/sync/authority/authority.ts'
import type { EntryStore } from '../../src/sync/authority/entry-store.ts'
import type { FeedId, OpId } from '../../src/sync/protocol/op.ts'
import type { RandomBytes } from '../../src/sync/replica/op-id.ts'
import type { ServerLink } from '../../src/sync/replica/server-link.ts'
import type { SeededRandom } from '../support/seeded-random.ts'

/** What a faulty tablet does to its database behind the app's back. */
export interface Scissors {
  readonly dropOutbox: (feed?: FeedId) => Promise<void>
  readonly dropSent: () => Promise<void>
  readonly dropHeld: (ids: readonly OpId[]) => Promise<void>
}

/**
 * A deliberate fault, put around the ports of the real code; nothing in src knows of it. What is left out is as it
 * should be.
 */
export interface Bug {
  /** For `--list-bugs`. */
  readonly tells: string
  readonly store?: (store: PersonStore, scissors: Scissors, chance: SeededRandom) => PersonStore
  readonly link?: (link: ServerLink, scissors: Scissors) => ServerLink
  readonly outbox?: (outbox: FileOutbox) => FileOutbox
  readonly random?: (random: RandomBytes, tablet: string) => RandomBytes
  readonly entries?: (store: EntryStore, chance: SeededRandom) => EntryStore
  readonly authority?: (authority: Authority, store: EntryStore) => Authority
  /** A restored server goes on as if nothing had happened. */
  readonly keepsEpoch?: true
}
