import { useTranslation } from 'react-i18next'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { isRole } from '../../../domain/people/role.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { tabletName } from '../../../sync/replica/tablet-name.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { TrailLine } from '../../network/admin-link.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { trailFields, trailTypes } from './trail-types.ts'
import styles from './people.module.css'

/** A change in words: who, when by the tablet and by the server, on which tablet, what from what to what. */
export function TrailEntry({ line }: { readonly line: TrailLine }) {
  const { t } = useTranslation(['admin', 'account'])
  const directory = useDirectory()
  const format = useFormat()
  const { author, at, happenedAt, device, type, thing, field, value, before, feed } = line
  const [first = '', ...rest] = field.split('/')
  const known = trailFields.find(name => name === first)
  const detail = rest.length > 0 && known !== 'assignments' ? ` “${rest.join('/')}”` : ''
  const kind = trailTypes.find(name => name === type)
  const person = type === 'person' ? directory?.people.get(thing)?.name : undefined
  const unit = directory?.tree.get(parseFeedId(feed)?.unit ?? '')?.fullName
  const what = [
    kind ? t(`thing.${kind}`) : type,
    person ?? (type === 'unit' ? directory?.tree.get(thing)?.fullName : undefined),
    unit,
  ]
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

  function say(said: JsonValue): string {
    if (said === null) return t('trail.empty')
    if (typeof said === 'boolean') return t(said ? 'trail.yes' : 'trail.no')
    if (typeof said === 'number') return format.number(said)
    if (typeof said === 'string') return said
    if (known === 'assignments' && !Array.isArray(said)) {
      const { role, unit: at, from, to } = said as Record<string, JsonValue>
      if (typeof role === 'string' && isRole(role) && typeof at === 'string' && typeof from === 'string') {
        const name = directory?.tree.get(at)?.fullName ?? at
        const days =
          typeof to === 'string'
            ? t('account:fromTo', { from: format.date(from), to: format.date(to) })
            : t('account:from', { date: format.date(from) })
        return `${t(`account:roles.${role}`)} · ${name} · ${days}`
      }
    }
    const own = 'text' in said ? said.text : undefined
    const text = typeof own === 'string' ? own : JSON.stringify(said)
    return text.length > 300 ? `${text.slice(0, 300)}…` : text
  }

  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>
          {known ? t(`field.${known}`) : field}
          {known && detail}
        </span>
        <span className={styles.soft}>{what.filter(word => word !== undefined).join(' · ')}</span>
        <p className={styles.changed}>
          {before !== null && (
            <>
              <span className={styles.soft}>{t('trail.was')}</span>
              <del className={styles.before}>{say(before)}</del>
            </>
          )}
          <span className={styles.soft}>{t(before === null ? 'trail.set' : 'trail.became')}</span>
          <ins style={{ textDecoration: 'none' }}>{say(value)}</ins>
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
