import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Paper } from '../../../domain/reports/papers/paper.ts'
import { PaperSheet } from '../../context/papers/paper-sheet.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { isCommunePaperKind, isPaperKind, type CommunePaperKind, type PaperKind } from './paper-kinds.ts'
import { useCommunePaper } from './use-commune-paper.ts'
import { usePaper } from './use-paper.ts'

/** `/papers/:kind/:thing`: a paper as it would be printed; printed from here, or saved as DOCX, without a network. */
export function Component() {
  const { kind, thing = '' } = useParams()
  const { ready } = useTranslation(['papers', 'audits', 'road', 'documents'])
  if (!ready) return <Spinner />
  if (isCommunePaperKind(kind)) return <CommunePaperPage kind={kind} thing={thing} />
  return isPaperKind(kind) ? <ThingPaperPage kind={kind} thing={thing} /> : null
}

function ThingPaperPage({ kind, thing }: { readonly kind: PaperKind; readonly thing: string }) {
  return <PaperPage paper={usePaper(kind, thing)} />
}

function CommunePaperPage({ kind, thing }: { readonly kind: CommunePaperKind; readonly thing: string }) {
  return <PaperPage paper={useCommunePaper(kind, thing)} />
}

function PaperPage({ paper }: { readonly paper: Paper | null | undefined }) {
  const { t } = useTranslation('papers')
  if (paper === undefined) return <Spinner />
  if (paper === null) return <EmptyState icon="search" title={t('notFound')} />
  return <PaperSheet paper={paper} />
}
