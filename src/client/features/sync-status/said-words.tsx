import { useTranslation } from 'react-i18next'
import type { AskedHeld, SettledHeld } from '../../context/app.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './sync-page.module.css'

/** What a reviewer decided about a held change. */
export function SettledWords({ settled }: { readonly settled: SettledHeld }) {
  const { t } = useTranslation('sync')
  const about = useAbout(settled)
  const isAccepted = settled.result === 'accepted'
  return (
    <>
      <StateMark state={isAccepted ? 'done' : 'returned'}>
        {isAccepted ? t('held.settledAccepted', about) : t('held.settledDismissed', about)}
      </StateMark>
      <Note note={settled.note} />
    </>
  )
}

/** What a reviewer asks the sender of a held change for. */
export function AskedWords({ asked }: { readonly asked: AskedHeld }) {
  const { t } = useTranslation('sync')
  const about = useAbout(asked)
  return (
    <>
      <StateMark state="returned">{t('held.asked', about)}</StateMark>
      <Note note={asked.note} />
    </>
  )
}

function Note({ note }: { readonly note: string }) {
  const { t } = useTranslation('sync')
  if (note === '') return null
  return (
    <span className={styles.value}>
      {t('held.settledNote')}: {note}
    </span>
  )
}

function useAbout({ by, name, at }: AskedHeld): { readonly name: string; readonly time: string } {
  const nameOf = usePersonName()
  const format = useFormat()
  return { name: name ?? nameOf(by), time: format.dateTime(at) }
}
