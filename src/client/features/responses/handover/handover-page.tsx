import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FillingContext } from '../filling-context.tsx'
import { ResponseGate, type OpenResponse } from '../response-gate.tsx'
import { HandoverForm } from './handover-form.tsx'
import { HandoverFrame } from '../../../context/handover-frame.tsx'
import { HandoverThanks } from './handover-thanks.tsx'

/** `/handover/:thing`: the tablet in a citizen's hands; nothing of the app but one form. */
export function Component() {
  const { thing = '' } = useParams()
  const { t, ready } = useTranslation('handover')
  if (!ready) return null
  return (
    <ResponseGate
      thing={thing}
      closed={why => (
        <HandoverFrame title={t('closed')}>
          <EmptyState icon="search" title={why} />
        </HandoverFrame>
      )}
    >
      {open => <Handed key={thing} thing={thing} open={open} />}
    </ResponseGate>
  )
}

function Handed({ thing, open }: { readonly thing: string; readonly open: OpenResponse }) {
  const [showsMissing, setShowsMissing] = useState(false)
  if (open.state !== 'draft') return <HandoverThanks thing={thing} open={open} />
  return (
    <FillingContext value={{ ...open, thing, showsMissing, mayComment: false, isHandedOver: true }}>
      <HandoverForm lastSavedAt={open.lastSavedAt} onIncomplete={() => setShowsMissing(true)} />
    </FillingContext>
  )
}
