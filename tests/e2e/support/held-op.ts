import { randomBytes } from 'node:crypto'
import type { Op } from '../../../src/sync/protocol/op.ts'
import { openApi } from './api.ts'

const unit = '05998@2017-10-15'

/** The official whose changes are held here, and the feed of their commune. */
export const heldOf = { person: 'p-khanhlong', feed: `${unit}/unit` } as const

export interface HeldHere {
  readonly op: Op
  readonly reason: string
}

/** A change of the official that no server takes; the server holds it. */
export async function holdAChange(origin: string): Promise<HeldHere> {
  const official = await openApi(origin, { username: 'khanhlong', password: 'iso9001' })
  const op = anOp('test-p-khanhlong', {
    type: 'response',
    thing: `plan174.survey_baseline.${unit}`,
    field: 'answers/no_such_question',
    value: 'Câu này chỉ có trong mẫu phiếu thử, trên máy tính bảng chưa cập nhật',
  })
  const { answers } = await official.sync({ ops: [op] })
  const [answer] = answers
  if (answer?.result !== 'held') throw new Error(`not held: ${JSON.stringify(answers)}`)
  return { op, reason: answer.reason }
}

/** A change in the feed, from a tablet that saw nothing of it. */
export function anOp(device: string, given: Pick<Op, 'type' | 'thing' | 'field' | 'value'>): Op {
  const id = randomBytes(12).toString('base64url')
  return {
    id,
    device,
    seq: Date.now(),
    group: id,
    feed: heldOf.feed,
    hlc: Date.now() * 1024,
    base: null,
    schema: 1,
    ...given,
  }
}
