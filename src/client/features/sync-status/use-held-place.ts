import { auditType } from '../../../domain/audits/audit-fields.ts'
import { topicOf } from '../../../domain/audits/audit-topic.ts'
import { parseResponseField } from '../../../domain/responses/response-fields.ts'
import type { Op } from '../../../sync/protocol/op.ts'
import { auditPageOf, useThingWords } from './use-thing-words.ts'

/** Where its author corrects what was held; undefined when this person has no such screen. */
export function useHeldPlace(): (op: Op) => string | undefined {
  const { addressOf } = useThingWords()
  return op => {
    const field = parseResponseField(op.field)
    const question = field && 'question' in field ? field.question : undefined
    const place = op.type === auditType ? (auditPageOf(op.field) ?? topicOf(op.field)) : question
    return addressOf(op, place)
  }
}
