import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Road } from '../../../domain/qms/road.ts'
import { staffOn } from '../../../domain/qms/training-coverage.ts'
import { trainingFields } from '../../../domain/qms/training-fields.ts'
import { isPhoto } from '../../../domain/responses/evidence-file.ts'
import { searchKey } from '../../../lib/search-key.ts'
import { useApp } from '../../context/app-context.tsx'
import { usePhotoUrls } from '../../context/use-photo-urls.ts'
import { makeSignature } from '../../photos/make-photo.ts'
import { Banner } from '../../ui/banner.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SignaturePad } from '../../ui/signature-pad.tsx'
import { AddAttendee } from './add-attendee.tsx'
import { AttendeeRow } from './attendee-row.tsx'
import { listAttendees, type Attendee } from './list-attendees.ts'
import type { OpenSession } from './open-session.ts'
import styles from './training.module.css'

/** So many fit on a tablet; a longer list is searched. */
const fits = 12

interface Props {
  readonly open: OpenSession
  readonly road: Road
  /** In the hands of everybody: who has signed is not taken off the list. */
  readonly isHandedOver?: boolean
}

/** One big list: a tap says "I am here", a signature does too. Each is on the tablet when it shows. */
export function AttendanceList({ open, road, isHandedOver = false }: Props) {
  const { training, mayWrite, save } = open
  const app = useApp()
  const { t } = useTranslation('training')
  const [signing, setSigning] = useState<Attendee>()
  const [sought, setSought] = useState('')
  const [hasFailed, setFailed] = useState(false)
  const all = listAttendees(training, road)
  const shown = all.filter(({ name }) => searchKey(name).includes(searchKey(sought)))
  const signatureOf = (key: string) => {
    const file = Object.entries(training.files[key] ?? {}).findLast(([, one]) => isPhoto(one))
    return file?.[0]
  }
  const { urls } = usePhotoUrls(
    all.flatMap(({ key }) => {
      const sha256 = signatureOf(key)
      return sha256 === undefined ? [] : [{ sha256, thumb: null }]
    }),
  )
  /** The first one to be there says when it was held. */
  const heldToday =
    training.heldOn === undefined ? [{ field: trainingFields.day('held'), value: app.today() }] : []

  const present = ({ key, name, post }: Pick<Attendee, 'key' | 'name' | 'post'>) => [
    ...heldToday,
    { field: trainingFields.attendance(key), value: { name, post } },
  ]

  async function keep(...said: Parameters<OpenSession['save']>): Promise<boolean> {
    const saved = await save(...said)
    setFailed(!saved.ok)
    return saved.ok
  }

  async function toggle(one: Attendee): Promise<void> {
    if (!one.isPresent) return void (await keep(present(one)))
    const signature = signatureOf(one.key)
    await keep([
      { field: trainingFields.attendance(one.key), value: null },
      ...(signature === undefined
        ? []
        : [{ field: trainingFields.evidence(one.key, signature), value: null }]),
    ])
  }

  /** Who stands on the staff list under that name is that person, invited or not. */
  function add(name: string, post: string): Promise<boolean> {
    const staff = staffOn(road, training.heldOn ?? app.today())
    const [key, member] = staff.find(([, one]) => searchKey(one.name) === searchKey(name)) ?? []
    return keep(present({ key: key ?? app.newId(), ...(member ?? { name, post }) }))
  }

  async function sign(one: Attendee, png: Blob): Promise<void> {
    const { sha256, photo, files } = await makeSignature(png)
    const before = signatureOf(one.key)
    const isKept = await keep(
      [
        ...present(one),
        ...(before === undefined || before === sha256
          ? []
          : [{ field: trainingFields.evidence(one.key, before), value: null }]),
        { field: trainingFields.evidence(one.key, sha256), value: { ...photo } },
      ],
      files,
    )
    if (isKept) setSigning(undefined)
  }

  return (
    <div className={styles.stack}>
      {hasFailed && !signing && (
        <Banner tone="danger" announce>
          {t('failed')}
        </Banner>
      )}
      {all.length > fits && (
        <SearchField label={t('attendance.search')} value={sought} onChange={setSought} />
      )}
      {all.length === 0 && <p className={styles.soft}>{t('attendance.nobody')}</p>}
      <ul className={styles.people} aria-label={t('attendance.title')}>
        {shown.map(one => {
          const signature = signatureOf(one.key)
          return (
            <AttendeeRow
              key={one.key}
              attendee={one}
              isSigned={signature !== undefined}
              signature={signature === undefined ? undefined : urls.get(signature)?.thumb}
              mayChange={mayWrite && !(isHandedOver && signature !== undefined)}
              onToggle={() => void toggle(one)}
              onSign={() => setSigning(one)}
            />
          )
        })}
      </ul>
      {mayWrite && <AddAttendee onAdd={add} />}
      <Dialog open={signing !== undefined} onClose={() => setSigning(undefined)} title={signing?.name ?? ''}>
        {hasFailed && (
          <Banner tone="danger" announce>
            {t('failed')}
          </Banner>
        )}
        {signing && <SignaturePad label={signing.name} onDone={png => void sign(signing, png)} />}
      </Dialog>
    </div>
  )
}
