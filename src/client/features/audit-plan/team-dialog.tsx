import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useAuditorOptions } from './use-auditor-options.ts'
import type { Plan } from './use-plan.ts'

/** Whom to ask, the best first; who works there is shown with the reason, and cannot be chosen. */
export function TeamDialog({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const { audit, name, fields, thing } = plan
  const app = useApp()
  const { t } = useTranslation(['auditPlan', 'common'])
  const [before] = useState<readonly string[]>(() => [...audit.team.keys()])
  const [chosen, setChosen] = useState(before)
  const options = useAuditorOptions({
    unit: name.unit,
    day: audit.from ?? app.today(),
    chosen: before,
    except: thing,
  })

  function keep(): void {
    const hasLead = [...audit.team].some(([person, { isLead }]) => isLead && chosen.includes(person))
    for (const person of before) if (!chosen.includes(person)) fields.set(auditFields.team(person), null)
    const joining = chosen.filter(person => !audit.team.has(person))
    const lead = hasLead ? undefined : (chosen.find(person => audit.team.has(person)) ?? joining[0])
    for (const person of new Set([...joining, ...(lead === undefined ? [] : [lead])]))
      fields.set(auditFields.team(person), { isLead: person === lead })
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={t('team.choose')}
      actions={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button look="primary" onClick={keep}>
            {t('common:action.done')}
          </Button>
        </>
      }
    >
      <ChoiceList
        kind="many"
        label={t('team.candidates')}
        hint={t('team.candidatesHint')}
        options={options}
        value={chosen}
        onChange={setChosen}
      />
    </Dialog>
  )
}
