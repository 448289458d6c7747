import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { FillBody } from './fill-body.tsx'
import { FillingContext } from './filling-context.tsx'
import { ResponseGate } from './response-gate.tsx'

/** `/responses/:thing/:section`: one response being filled, a section at a time. */
export function Component() {
  const { thing = '', section } = useParams()
  const [showsMissing, setShowsMissing] = useState(false)
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const back = { to: '/work', label: t('back') }
  return (
    <ResponseGate thing={thing} title={t('pageTitle')} back={back}>
      {open => {
        const { form } = open.filling.form
        const { state } = open
        return (
          <FillingContext value={{ ...open, thing, showsMissing }}>
            <PageHeader
              title={t('pageTitle')}
              subtitle={`${open.unitName} · ${text(form.standard ? { vi: form.standard } : form.title)}`}
              back={back}
              state={<StateMark state={state}>{t(`state.${state}`)}</StateMark>}
            />
            <FillBody
              section={section ?? form.sections[0]?.id ?? ''}
              rows={open.rows}
              onFinish={() => setShowsMissing(true)}
            />
          </FillingContext>
        )
      }}
    </ResponseGate>
  )
}
