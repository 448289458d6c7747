import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TeamDialog } from './team-dialog.tsx'
import { TeamList } from './team-list.tsx'
import type { Plan } from './use-plan.ts'

interface Props {
  readonly plan: Plan
  readonly isOpen: boolean
}

/** The team, with exactly one who leads. */
export function TeamCard({ plan, isOpen }: Props) {
  const { t } = useTranslation('auditPlan')
  const nameOf = usePersonName()
  const [isChoosing, setChoosing] = useState(false)
  const { audit, fields } = plan

  function setLead(person: string): void {
    for (const [other, { isLead }] of audit.team)
      if (isLead !== (other === person)) fields.set(auditFields.team(other), { isLead: other === person })
  }

  return (
    <Card
      title={t('team.title')}
      subtitle={t('team.hint')}
      actions={
        isOpen && (
          <Button icon="users" onClick={() => setChoosing(true)}>
            {t('team.choose')}
          </Button>
        )
      }
    >
      <div id="plan-team">
        <TeamList
          audit={audit}
          {...(isOpen && {
            actionsOf: (person: string, isLead: boolean) => (
              <>
                {!isLead && (
                  <Button look="quiet" onClick={() => setLead(person)}>
                    {t('team.makeLead')}
                  </Button>
                )}
                <IconButton
                  icon="trash"
                  label={t('team.remove', { name: nameOf(person) })}
                  onClick={() => fields.set(auditFields.team(person), null)}
                />
              </>
            ),
          })}
        />
      </div>
      {isChoosing && <TeamDialog plan={plan} onClose={() => setChoosing(false)} />}
    </Card>
  )
}
