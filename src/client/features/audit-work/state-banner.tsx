import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { auditFields, auditType } from '../../../domain/audits/audit-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { Banner } from '../../ui/banner.tsx'
import { buttonClass } from '../../ui/button-look.ts'
import { Button } from '../../ui/button.tsx'
import type { OpenAudit } from './audit-gate.tsx'
import { refusalKey } from './refusal-words.ts'

/** Why nothing can be written here now, and what to do about it. */
export function StateBanner({ audit, thing, feed, refuse }: OpenAudit) {
  const app = useApp()
  const { t } = useTranslation(['auditWork', 'responses'])
  const [hasFailed, setFailed] = useState(false)
  const { state } = audit

  async function begin(): Promise<void> {
    const field = auditFields.move(app.newId())
    const saved = await app.save([{ feed, type: auditType, thing, field, value: { to: 'underway' } }])
    setFailed(!saved.ok)
  }

  if (state === 'planned' && audit.team.has(app.person.id)) {
    return (
      <Banner
        tone="info"
        title={t('begin.title')}
        action={
          <Button look="primary" icon="check" onClick={() => void begin()}>
            {t('begin.do')}
          </Button>
        }
      >
        {hasFailed ? t('responses:save.failed') : t('begin.hint')}
      </Banner>
    )
  }
  if (state === 'draft' || state === 'planned') {
    return (
      <Banner
        tone="info"
        title={t(`begin.${state}`)}
        action={
          <Link to={`/audits/${encodeURIComponent(thing)}`} className={buttonClass({})}>
            {t('toAudit')}
          </Link>
        }
      />
    )
  }
  const refusal = refuse(null)
  if (refusal === undefined) return null
  return <Banner tone="info" title={t(refusalKey(refusal))} />
}
