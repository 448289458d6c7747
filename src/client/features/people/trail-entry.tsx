import { useTranslation } from 'react-i18next'
import { tabletName } from '../../../sync/replica/tablet-name.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { TrailLine } from '../../network/admin-link.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useTrailWords, type TrailNames } from './use-trail-words.ts'
import styles from './people.module.css'

/** A change in words: who, when by the tablet and by the server, on which tablet, what from what to what. */
export function TrailEntry({ line, names }: { readonly line: TrailLine; readonly names: TrailNames }) {
  const { t } = useTranslation('admin')
  const directory = useDirectory()
  const format = useFormat()
  const words = useTrailWords(line, names)
  const { author, at, happenedAt, device, value, before } = line
  const who =
    author === 'system'
      ? t('trail.bySystem')
      : author === 'anonymous'
        ? t('trail.byAnonymous')
        : (directory?.people.get(author)?.name ?? author)
  const where =
    device === '.server'
      ? t('trail.atServer')
      : device === 'anonymous'
        ? t('trail.anyTablet')
        : t('trail.onTablet', { tablet: tabletName(device) })

  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>{words.field}</span>
        <span className={styles.soft}>{words.thing}</span>
        <p className={styles.changed}>
          {before !== null && (
            <>
              <span className={styles.soft}>{t('trail.was')}</span>
              <del className={styles.before}>{words.say(before, value)}</del>
            </>
          )}
          <span className={styles.soft}>{t(before === null ? 'trail.set' : 'trail.became')}</span>
          <ins className={styles.after}>{words.say(value, before)}</ins>
        </p>
        <span className={styles.soft}>
          {[
            who,
            where,
            t('trail.happened', { when: format.dateTime(happenedAt) }),
            t('trail.received', { when: format.dateTime(at) }),
          ].join(' · ')}
        </span>
      </div>
      {line.isConflict && <StateMark state="conflict">{t('trail.conflict')}</StateMark>}
    </li>
  )
}
