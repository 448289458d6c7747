import type { SyncRequest, SyncResponse } from '../protocol/wire.ts'

/**
 * What became of a request. Only `answered` says anything about ops; all others leave the outbox as it is
 * (SY4, SY10). `notOurServer`: something answered, but not with our words (a captive portal's 200).
 */
export type LinkProblem =
  /** `deviceRevoked`: an administrator does not let this tablet in; its work waits in it (SY10). */
  | {
      readonly type:
        'unauthorized' | 'deviceRevoked' | 'otherPerson' | 'upgradeRequired' | 'tooLarge' | 'serverFull'
    }
  /** The server asks to wait; null when it did not say how long. */
  | { readonly type: 'busy'; readonly retryAfterMs: number | null }
  /** Our server did not understand the request. */
  | { readonly type: 'refused'; readonly status: number; readonly error: string }
  | { readonly type: 'notOurServer' | 'unreachable' }

export type LinkResult = { readonly type: 'answered'; readonly response: SyncResponse } | LinkProblem

/** One request, one answer. Never rejects: what goes wrong out there is a value. */
export interface ServerLink {
  exchange: (request: SyncRequest) => Promise<LinkResult>
}

/** Whether a result proves that our server can be reached, or that it cannot; undefined when it says neither. */
export function isProofOfServer(type: LinkResult['type']): boolean | undefined {
  switch (type) {
    case 'answered':
    case 'unauthorized':
    case 'deviceRevoked':
    case 'otherPerson':
    case 'upgradeRequired':
    case 'serverFull':
    case 'refused':
      return true
    case 'notOurServer':
    case 'unreachable':
      return false
    case 'tooLarge':
    case 'busy':
      return undefined
  }
}
