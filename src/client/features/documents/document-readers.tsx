import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../domain/people/role.ts'
import { isValidOn } from '../../../domain/people/unit.ts'
import { documentFields } from '../../../domain/qms/document-fields.ts'
import { listReaders, type DocumentReader } from '../../../domain/qms/document-readers.ts'
import { mergeRoads } from '../../../domain/qms/merge-roads.ts'
import { readRoad } from '../../../domain/qms/road.ts'
import { parseRoadThing, roadFields, roadType } from '../../../domain/qms/road-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { toStored } from '../../context/use-audit.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useWatched } from '../../context/use-watched.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { StateName } from '../../ui/states.ts'
import styles from './documents.module.css'
import type { OpenDocument } from './open-document.ts'

const marks: Readonly<Record<DocumentReader['state'], StateName>> = {
  read: 'done',
  onPaper: 'approved',
  older: 'dueSoon',
  unread: 'notStarted',
}

interface Props {
  readonly open: OpenDocument
  readonly unit: string
}

/** Who of the commune has read and understood what is in force, and who has not, those first. */
export function DocumentReaders({ open, unit }: Props) {
  const app = useApp()
  const { t } = useTranslation('documents')
  const format = useFormat()
  const nameOf = usePersonName()
  const readers = useReaders(open, unit)
  const [hasFailed, setFailed] = useState(false)
  const mayNote = open.given.mayDo('qms.write')
  const { inForce } = open.document
  if (!readers || !inForce) return null
  const isDone = ({ state }: DocumentReader): boolean => state === 'read' || state === 'onPaper'
  const sorted = [...readers.filter(one => !isDone(one)), ...readers.filter(isDone)]

  async function note(staff: string, value: number | null): Promise<void> {
    const saved = await open.save([{ field: documentFields.readOnPaper(staff), value }])
    setFailed(!saved.ok)
  }

  return (
    <Card
      title={t('read.list')}
      subtitle={t('read.count', { done: readers.filter(isDone).length, total: readers.length })}
    >
      {hasFailed && (
        <Banner tone="danger" announce>
          {t('failed')}
        </Banner>
      )}
      {readers.length === 0 && <p className={styles.soft}>{t('read.nobody')}</p>}
      <ul className={styles.list}>
        {sorted.map(({ key, name, staff, hasAccount, state, at, notedBy }) => (
          <li key={key} className={styles.reader}>
            <span>
              {name}
              {!hasAccount && <span className={styles.soft}>{` · ${t('read.noAccount')}`}</span>}
            </span>
            <span className={styles.marks}>
              <StateMark state={marks[state]}>{t(`read.state.${state}`)}</StateMark>
              {at !== undefined && (
                <span className={styles.soft}>
                  {notedBy === undefined
                    ? format.dateTime(at)
                    : t('read.notedBy', { name: nameOf(notedBy), time: format.dateTime(at) })}
                </span>
              )}
              {mayNote && staff !== undefined && (state === 'unread' || state === 'older') && !hasAccount && (
                <Button
                  look="quiet"
                  aria-label={t('read.onPaperFor', { name })}
                  onClick={() => void note(staff, inForce.number)}
                >
                  {t('read.onPaper')}
                </Button>
              )}
              {mayNote && staff !== undefined && state === 'onPaper' && notedBy === app.person.id && (
                <Button
                  look="quiet"
                  aria-label={t('read.takeBackFor', { name })}
                  onClick={() => void note(staff, null)}
                >
                  {t('read.takeBack')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Undefined until read. */
function useReaders({ document }: OpenDocument, unit: string): readonly DocumentReader[] | undefined {
  const app = useApp()
  const directory = useDirectory()
  const prefix = roadFields.staff('')
  const rows = useWatched(() => app.watchFields(roadType, prefix), `${app.person.id} road ${prefix}`)
  const today = app.today()
  return useMemo(() => {
    if (!rows || !directory) return undefined
    const readRoles: readonly string[] = may['qms.write']
    const accounts = new Map(
      [...directory.people.values()].flatMap(({ id, name }) =>
        directory
          .assignmentsOf(id)
          .some(one => one.unit === unit && readRoles.includes(one.role) && isValidOn(one, today))
          ? [[id, name] as const]
          : [],
      ),
    )
    const own = rows.filter(({ thing }) => parseRoadThing(thing)?.unit === unit)
    return listReaders(document, { road: readRoad(mergeRoads([], [toStored(own)])), accounts, today })
  }, [rows, directory, document, unit, today])
}
