import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Road } from '../../../domain/qms/road.ts'
import { staffOn } from '../../../domain/qms/training-coverage.ts'
import { trainingFields } from '../../../domain/qms/training-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { OpenSession } from './open-session.ts'

interface Props {
  readonly open: OpenSession
  readonly road: Road
  readonly onClose: () => void
}

/** Chooses who of the people in scope is invited. Nothing is saved before "Save". */
export function InviteDialog({ open: { training, save }, road, onClose }: Props) {
  const app = useApp()
  const { t } = useTranslation(['training', 'common'])
  const [chosen, setChosen] = useState<readonly string[]>([...training.invited])
  const [hasFailed, setFailed] = useState(false)
  const staff = staffOn(road, training.heldOn ?? app.today())

  async function keep(): Promise<void> {
    const changes = staff.flatMap(([id]) => {
      const isChosen = chosen.includes(id)
      if (isChosen === training.invited.has(id)) return []
      return [{ field: trainingFields.invited(id), value: isChosen || null }]
    })
    const saved = changes.length === 0 ? { ok: true } : await save(changes)
    if (saved.ok) onClose()
    else setFailed(true)
  }

  return (
    <Dialog
      open
      mustAnswer
      title={t('invite.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button look="primary" onClick={() => void keep()}>
            {t('common:action.save')}
          </Button>
        </>
      }
    >
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('failed')}
        </Banner>
      )}
      {staff.length === 0 ? (
        <p>{t('noStaffHint')}</p>
      ) : (
        <ChoiceList
          kind="many"
          label={t('invite.title')}
          labelHidden
          value={chosen}
          onChange={setChosen}
          options={staff.map(([id, { name, post }]) => ({ value: id, label: name, hint: post }))}
        />
      )}
    </Dialog>
  )
}
