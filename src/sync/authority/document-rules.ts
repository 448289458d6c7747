import { parseDocumentField, parseDocumentThing } from '../../domain/qms/document-fields.ts'
import { readDocument } from '../../domain/qms/document.ts'
import { refuseDocumentChange } from '../../domain/qms/refuse-document-change.ts'
import { limits } from '../protocol/limits.ts'
import { toStoredFields } from './stored-fields.ts'
import type { ThingRules } from './thing-rules.ts'

/** A document of a commune's quality management system. */
export const documentRules: ThingRules = {
  feedClass: 'unit',
  belongsTo: (thing, unit) => parseDocumentThing(thing)?.unit === unit,
  mayWrite: mayDo => mayDo('qms.comment'),
  maySettle: ({ mayDo }) => mayDo('qms.write'),
  longestValue: () => limits.value,
  isAnonymous: () => false,
  refuse({ field, value }, { fields, person, mayDo }) {
    const kind = parseDocumentField(field)?.kind
    if ((kind === 'move' || kind === 'comment') && fields.has(field)) return 'locked'
    const document = readDocument(toStoredFields(fields.values()))
    return refuseDocumentChange(field, value, { document, person, mayDo })
  },
  effects: () => [],
}
