import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarriedRecord, Carry } from '../../context/carry.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useWatched } from '../../context/use-watched.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './carry.module.css'

/** The files this tablet carries, and what became of those it has delivered. */
export function CarriedCard({ carry }: { readonly carry: Carry }) {
  const { t } = useTranslation('carry')
  const carried = useWatched(() => carry.watchCarried(), 'carried')
  const [isSending, setSending] = useState(false)
  if (!carried || carried.length === 0) return null
  const isWaiting = carried.some(({ doneAt }) => doneAt === null)
  return (
    <Card
      title={t('list.title')}
      actions={
        isWaiting && (
          <Button
            icon="send"
            busy={isSending}
            onClick={() => {
              setSending(true)
              void carry.deliver().finally(() => setSending(false))
            }}
          >
            {t('list.send')}
          </Button>
        )
      }
    >
      <ul className={styles.carried}>
        {carried.map(record => (
          <li key={record.id} className={styles.stack}>
            <CarriedWords record={record} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function CarriedWords({ record }: { readonly record: CarriedRecord }) {
  const { t } = useTranslation('carry')
  const format = useFormat()
  const directory = useDirectory()
  const { summary, left, items, taken, held, problem, doneAt, takenAt } = record
  const isDone = doneAt !== null
  const amounts = [
    ...(taken > 0 ? [t('list.taken', { number: format.number(taken) })] : []),
    ...(held > 0 ? [t('list.held', { number: format.number(held) })] : []),
  ]
  return (
    <>
      <p className={styles.strong}>
        {directory?.people.get(summary.author)?.name ?? summary.name} · {format.dateTime(takenAt)}
      </p>
      <StateMark state={isDone ? 'atServer' : 'waiting'}>
        {isDone ? t('list.done') : t('list.waiting', { left: left.length, total: items.length })}
      </StateMark>
      {amounts.length > 0 && <p className={styles.soft}>{amounts.join(', ')}</p>}
      {problem !== null && <Banner tone="warning">{t(`list.problem.${problemKey(problem)}`)}</Banner>}
    </>
  )
}

const known = ['keyUnknown', 'keyRevoked', 'badSignature', 'badRequest', 'damaged', 'fileRefused'] as const

/** All that is about the way to the server goes by itself. */
const problemKey = (problem: string): (typeof known)[number] | 'network' =>
  known.find(name => name === problem) ?? 'network'
