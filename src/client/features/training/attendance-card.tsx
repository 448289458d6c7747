import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Road } from '../../../domain/qms/road.ts'
import { useHandover } from '../../context/handover.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { AttendanceList } from './attendance-list.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import type { OpenSession } from './open-session.ts'
import styles from './training.module.css'

/** Who was there: noted here, or by everybody themselves on the tablet that goes round. */
export function AttendanceCard({ open, road }: { readonly open: OpenSession; readonly road: Road }) {
  const { thing, training, mayWrite } = open
  const handover = useHandover()
  const { t } = useTranslation('training')
  const [isInviting, setInviting] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  return (
    <Card
      title={t('attendance.title')}
      subtitle={t('attendance.count', {
        present: training.attendance.size,
        invited: training.invited.size,
      })}
      actions={
        mayWrite && (
          <div className={styles.buttons}>
            <Button icon="users" onClick={() => setInviting(true)}>
              {t('invite.do')}
            </Button>
            <Button
              look="primary"
              icon="tablet"
              onClick={() => void handover.begin(thing).catch(() => setFailed(true))}
            >
              {t('attendance.handRound')}
            </Button>
          </div>
        )
      }
    >
      <div className={styles.stack}>
        {hasFailed && (
          <Banner tone="danger" announce>
            {t('failed')}
          </Banner>
        )}
        {mayWrite && <p className={styles.soft}>{t('attendance.hint')}</p>}
        <AttendanceList open={open} road={road} />
      </div>
      {isInviting && <InviteDialog open={open} road={road} onClose={() => setInviting(false)} />}
    </Card>
  )
}
