import {
  isManagementReviewOf,
  readManagementReview,
  refuseReviewChange,
} from '../../domain/qms/management-review.ts'
import { limits } from '../protocol/limits.ts'
import { toStoredFields } from './stored-fields.ts'
import type { ThingRules } from './thing-rules.ts'

/** A management review of a commune. */
export const managementReviewRules: ThingRules = {
  feedClass: 'unit',
  belongsTo: isManagementReviewOf,
  mayWrite: mayDo => mayDo('qms.write'),
  maySettle: ({ mayDo }) => mayDo('qms.write'),
  longestValue: () => limits.value,
  isAnonymous: () => false,
  refuse: ({ field, value }, { fields, mayDo }) =>
    refuseReviewChange(field, value, {
      review: readManagementReview(toStoredFields(fields.values())),
      mayDo,
    }),
  effects: () => [],
}
