import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Banner } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { FillBody } from './fill-body.tsx'
import { FillingContext } from './filling-context.tsx'
import { useOpenResponse } from './use-open-response.ts'

/** `/responses/:thing/:section`: one response being filled, a section at a time. */
export function Component() {
  const { thing = '', section } = useParams()
  const open = useOpenResponse(thing)
  const [showsMissing, setShowsMissing] = useState(false)
  const { t } = useTranslation(['responses', 'common'])
  const text = useLocalText()
  const back = { to: '/work', label: t('back') }

  switch (open.type) {
    case 'loading':
      return <Spinner />
    case 'notFound':
      return (
        <>
          <PageHeader title={t('pageTitle')} back={back} />
          <EmptyState icon="search" title={t('notFound')} />
        </>
      )
    case 'unknownForm':
      return (
        <>
          <PageHeader title={t('pageTitle')} back={back} />
          <Banner tone="warning">{t('unknownForm', { version: open.version })}</Banner>
        </>
      )
    case 'open': {
      const { form } = open.filling.form
      const { state } = open.filling.response()
      return (
        <FillingContext value={{ ...open, thing, showsMissing }}>
          <PageHeader
            title={text(form.title)}
            subtitle={open.unitName}
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
    }
  }
}
