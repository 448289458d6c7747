import type { Scope } from '../../domain/people/scope.ts'
import type { SyncRequest, SyncResponse } from '../protocol/wire.ts'

/** Who speaks, as the server's own session knows them; nothing of it comes from the request (SY9). */
export interface Speaker {
  readonly person: string
  readonly scope: Scope
}

export interface Authority {
  /** Pushes, then pulls (SY3–SY9). Rejects only when the store does; then nothing of a feed was taken by halves. */
  sync: (speaker: Speaker, request: SyncRequest) => Promise<SyncResponse>
}
