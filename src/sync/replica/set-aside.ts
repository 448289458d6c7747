import type { Op } from '../protocol/op.ts'
import type { HeldReason } from '../protocol/wire.ts'
import { applyAnswers } from './apply-answers.ts'
import type { ReplicaTransaction } from './replica-store.ts'

/** Holds an op that no request can carry, so that those behind it go on (SY4). The person sees it among the held. */
export async function setAside(
  transaction: ReplicaTransaction,
  op: Op,
  reason: HeldReason,
  taken: { readonly author: string; readonly at: number },
): Promise<void> {
  await applyAnswers(transaction, {
    ops: [op],
    answers: [{ result: 'held', reason }],
    taken,
  })
}
