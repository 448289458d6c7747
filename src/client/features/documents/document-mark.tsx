import { useTranslation } from 'react-i18next'
import type { DocumentState } from '../../../domain/qms/document-state.ts'
import type { Document } from '../../../domain/qms/document.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { StateName } from '../../ui/states.ts'

const marks: Readonly<Record<DocumentState, StateName>> = {
  draft: 'draft',
  inReview: 'waiting',
  changesAsked: 'returned',
  approved: 'approved',
  issued: 'done',
  obsolete: 'notApplicable',
}

/** How far a document is, in shape and word. */
export function DocumentMark({ document: { state } }: { readonly document: Pick<Document, 'state'> }) {
  const { t } = useTranslation('documents')
  return <StateMark state={marks[state]}>{t(`state.${state}`)}</StateMark>
}
