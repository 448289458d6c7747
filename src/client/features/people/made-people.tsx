import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { MadePerson } from '../../network/admin-link.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { saveTable } from './save-table.ts'
import styles from './people.module.css'

/** The one time that the passwords of a file are seen; leaving asks once more when they were not saved. */
export function MadePeople({ made }: { readonly made: readonly MadePerson[] }) {
  const navigate = useNavigate()
  const { t } = useTranslation('admin')
  const [isSaved, setSaved] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const leave = (): void => void navigate('/people')
  return (
    <>
      <PageHeader title={t('import.done', { count: made.length })} subtitle={t('import.doneHint')} />
      <Banner tone="warning">{t('import.once')}</Banner>
      <div className={styles.buttons}>
        <Button
          look={isSaved ? 'secondary' : 'primary'}
          icon="download"
          onClick={() => {
            saveTable('mat-khau-lan-dau.xlsx', [
              [t('people.name'), t('people.username'), t('once.password')],
              ...made.map(({ name, username, password }) => [name, username, password]),
            ])
            setSaved(true)
          }}
        >
          {t('import.save')}
        </Button>
        <Button look={isSaved ? 'primary' : 'secondary'} onClick={isSaved ? leave : () => setLeaving(true)}>
          {t('import.leave')}
        </Button>
      </div>
      <Card flush>
        <DataTable
          caption={t('import.done', { count: made.length })}
          columns={[
            { key: 'name', header: t('people.name'), cell: ({ name }) => name },
            { key: 'username', header: t('people.username'), cell: ({ username }) => username },
            {
              key: 'password',
              header: t('once.password'),
              cell: ({ password }) => <span className={styles.secret}>{password}</span>,
            },
          ]}
          rows={made}
          rowKey={({ person }) => person}
        />
      </Card>
      <ConfirmDialog
        open={isLeaving}
        title={t('import.leaveTitle')}
        confirm={t('import.leave')}
        look="danger"
        onConfirm={leave}
        onCancel={() => setLeaving(false)}
      >
        {t('import.leaveWords')}
      </ConfirmDialog>
    </>
  )
}
