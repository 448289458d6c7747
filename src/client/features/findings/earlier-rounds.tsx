import { useTranslation } from 'react-i18next'
import type { ActionPart, FindingSlot } from '../../../domain/audits/finding-fields.ts'
import { PhotoSlot } from '../../context/photo-slot.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './findings.module.css'
import type { FindingPage } from './use-finding-page.ts'

const days: readonly ActionPart[] = ['dueOn', 'doneOn', 'checkOn']

/** What earlier rounds said and showed of some parts: to be read, folded away, never to be changed. */
export function EarlierRounds({
  page,
  parts,
  slot,
}: {
  readonly page: FindingPage
  readonly parts: readonly ActionPart[]
  readonly slot?: Exclude<FindingSlot, 'signature' | 'request'>
}) {
  const { t } = useTranslation('findings')
  const format = useFormat()
  const nameOf = usePersonName()
  const wordsOf = (part: ActionPart, text: string): string => {
    if (days.includes(part)) return format.date(text)
    if (part === 'owner') return nameOf(text)
    if (part === 'verifyMethod') return t(text === 'onSite' ? 'check.onSite' : 'check.records')
    if (part === 'effectiveness') return t(text === 'effective' ? 'check.effective' : 'check.notEffective')
    return text
  }
  return page.finding.earlier
    .filter(
      ({ action, files }) =>
        parts.some(part => action[part]) || (slot && Object.keys(files[slot]).length > 0),
    )
    .map(({ round, action, files }) => (
      <details key={round} className={styles.earlier}>
        <summary>{t('round.earlier', { round })}</summary>
        <dl className={styles.facts}>
          {parts.map(part => {
            const text = action[part]
            return (
              text && (
                <div key={part}>
                  <dt>{t(`part.${part}`)}</dt>
                  <dd>{wordsOf(part, text)}</dd>
                </div>
              )
            )
          })}
        </dl>
        {slot && Object.keys(files[slot]).length > 0 && (
          <PhotoSlot
            label={t('round.photos', { round })}
            files={files[slot]}
            mayChange={false}
            onSave={() => Promise.reject(new Error('an earlier round is only read'))}
          />
        )}
      </details>
    ))
}
