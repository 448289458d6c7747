import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { searchKey } from '../../../lib/search-key.ts'
import { tabletName } from '../../../sync/replica/tablet-name.ts'
import { useApp } from '../../context/app-context.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { AdminLink, KnownDevices } from '../../network/admin-link.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { ProblemBanner } from './problem-banner.tsx'
import { problemOf } from './problem-of.ts'
import { useMayAnywhere } from './use-may-anywhere.ts'
import { useTold } from './use-told.ts'
import styles from './people.module.css'

type Device = KnownDevices['devices'][number]

const askDevices = (link: AdminLink) => link.devices()

/** `/people/devices`: tablets, whose they are and when they last spoke; shutting one out and letting it in again. */
export function Component() {
  const mayManage = useMayAnywhere('people.manage')
  const { t, ready } = useTranslation('admin')
  if (mayManage === undefined || !ready) return <Spinner />
  if (!mayManage) return <EmptyState icon="lock" title={t('notYours')} />
  return <DeviceList />
}

function DeviceList() {
  const app = useApp()
  const nameOf = usePersonName()
  const format = useFormat()
  const toast = useToast()
  const { t } = useTranslation('admin')
  const { told, problem, reload } = useTold(askDevices)
  const [search, setSearch] = useState('')
  const [asked, setAsked] = useState<Device>()
  const [isBusy, setBusy] = useState(false)
  const key = searchKey(search)
  const shown = (told?.devices ?? []).filter(({ device, person }) =>
    searchKey(`${tabletName(device)} ${tabletName(device).replace('-', '')} ${nameOf(person)}`).includes(key),
  )

  async function change(device: Device): Promise<void> {
    setBusy(true)
    const link = await app.admin()
    const isRevoked = device.revokedAt !== null
    const answer = await (isRevoked ? link.allow(device.device) : link.revoke(device.device))
    setBusy(false)
    setAsked(undefined)
    if (answer.type === 'told')
      toast({ tone: 'success', message: t(isRevoked ? 'devices.allowed' : 'devices.revoked') })
    else toast({ tone: 'danger', message: t(`problem.${problemOf(answer)}`) })
    reload()
  }

  const columns: readonly Column<Device>[] = [
    {
      key: 'tablet',
      header: t('devices.tablet'),
      cell: ({ device }) => <span className={styles.name}>{tabletName(device)}</span>,
    },
    {
      key: 'person',
      header: t('devices.person'),
      sortBy: ({ person }) => nameOf(person),
      cell: ({ person }) => nameOf(person),
    },
    {
      key: 'last',
      header: t('devices.last'),
      sortBy: ({ lastContactAt }) => lastContactAt,
      cell: ({ lastContactAt }) => format.dateTime(lastContactAt),
    },
    {
      key: 'state',
      header: t('devices.state'),
      cell: ({ revokedAt }) =>
        revokedAt === null ? (
          <StateMark state="done">{t('devices.in')}</StateMark>
        ) : (
          <StateMark state="notApplicable">{t('devices.out', { when: format.date(revokedAt) })}</StateMark>
        ),
    },
    {
      key: 'change',
      header: t('devices.change'),
      cell: one => {
        const words = t(one.revokedAt === null ? 'devices.revoke' : 'devices.allow')
        return (
          <Button aria-label={`${words}: ${tabletName(one.device)}`} onClick={() => setAsked(one)}>
            {words}
          </Button>
        )
      },
    },
  ]
  const tablet = asked ? tabletName(asked.device) : ''
  const isOut = asked !== undefined && asked.revokedAt !== null
  return (
    <>
      <PageHeader
        title={t('devices.title')}
        subtitle={t('devices.subtitle')}
        back={{ to: '/people', label: t('people.title') }}
      />
      {problem && <ProblemBanner problem={problem} onRetry={reload} />}
      {!told && !problem && <Spinner />}
      {told && (
        <>
          <SearchField
            label={t('devices.search')}
            placeholder={t('devices.search')}
            value={search}
            onChange={setSearch}
          />
          <output className={styles.soft}>
            {t('devices.count', { count: shown.length })}
            {told.older > 0 && ` ${t('devices.older', { count: told.older })}`}
          </output>
          <Card flush>
            <DataTable
              caption={t('devices.title')}
              columns={columns}
              rows={shown}
              rowKey={({ device, person }) => `${device} ${person}`}
              empty={<EmptyState icon="tablet" title={t('devices.none')} />}
            />
          </Card>
        </>
      )}
      <ConfirmDialog
        open={asked !== undefined}
        title={t(isOut ? 'devices.allowTitle' : 'devices.revokeTitle', { tablet })}
        confirm={t(isOut ? 'devices.allow' : 'devices.revoke')}
        look={isOut ? 'primary' : 'danger'}
        busy={isBusy}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => asked && void change(asked)}
      >
        {t(isOut ? 'devices.allowWords' : 'devices.revokeWords')}
      </ConfirmDialog>
    </>
  )
}
