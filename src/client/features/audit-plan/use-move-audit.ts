import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditFields, auditType } from '../../../domain/audits/audit-fields.ts'
import type { AuditTarget } from '../../../domain/audits/audit-state.ts'
import { feedId } from '../../../domain/people/feed.ts'
import { useApp } from '../../context/app-context.tsx'
import type { Plan } from './use-plan.ts'

/** Adds a move to an audit's state, after everything typed before it; true once it is on the tablet. */
export function useMoveAudit({ thing, name, fields }: Plan): {
  readonly isBusy: boolean
  readonly problem: string | undefined
  move: (to: AuditTarget, reason?: string) => Promise<boolean>
} {
  const app = useApp()
  const { t } = useTranslation('responses')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function move(to: AuditTarget, reason?: string): Promise<boolean> {
    setBusy(true)
    await fields.flush()
    const saved = await app.save([
      {
        feed: feedId(name.unit, 'audit'),
        type: auditType,
        thing,
        field: auditFields.move(app.newId()),
        value: reason === undefined ? { to } : { to, reason },
        seen: null,
      },
    ])
    setBusy(false)
    if (!saved.ok) {
      const { type } = saved.error
      setProblem(t(`save.${type === 'databaseFailed' ? 'failed' : type}`))
    }
    return saved.ok
  }

  return { isBusy, problem, move }
}
