import { useTranslation } from 'react-i18next'
import {
  formatAuditNumber,
  formatFindingNumber,
  parseAuditThing,
  parseFindingThing,
} from '../../../domain/audits/audit-number.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { passwordKindOf } from '../../../domain/people/password-change.ts'
import { isRole } from '../../../domain/people/role.ts'
import { isDay } from '../../../lib/calendar-day.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { TrailLine } from '../../network/admin-link.ts'
import { trailFields, trailTypes } from './trail-types.ts'

export interface TrailWords {
  /** Which field it was. */
  readonly field: string
  /** Which thing, whose, and where. */
  readonly thing: string
  say: (value: JsonValue) => string
}

/** Where the words of a type's states are; wants these texts and `admin`, `account`. */
export const trailStates = {
  response: 'responses',
  finding: 'findings',
  audit: 'audits',
  auditReport: 'auditReport',
  document: 'documents',
} as const

const longest = 300

/** A change of the trail in the words of its screen instead of the codes of the log. */
export function useTrailWords({ type, thing, field, feed }: TrailLine): TrailWords {
  const { t, i18n } = useTranslation(['admin', 'account', ...Object.values(trailStates)])
  const directory = useDirectory()
  const format = useFormat()
  const [first = '', ...rest] = field.split('/')
  const known = trailFields.find(name => name === first)
  const kind = trailTypes.find(name => name === type)

  /** Persons and units by their names, audits and findings by their numbers, anything else as it is. */
  const nameOf = (id: string): string =>
    directory?.people.get(id)?.name ?? directory?.tree.get(id)?.fullName ?? numberOf(id) ?? id

  function say(value: JsonValue): string {
    if (value === null) return t('trail.empty')
    if (typeof value === 'boolean') return t(value ? 'trail.yes' : 'trail.no')
    if (typeof value === 'number')
      return first === 'startedAt' ? format.dateTime(value) : format.number(value)
    if (typeof value === 'string') return isDay(value) ? format.date(value) : nameOf(value)
    const words = Array.isArray(value) ? undefined : sayRecord(value as Readonly<Record<string, JsonValue>>)
    const text = words ?? JSON.stringify(value)
    return text.length > longest ? `${text.slice(0, longest)}…` : text
  }

  function sayRecord(value: Readonly<Record<string, JsonValue>>): string | undefined {
    if (known === 'assignments') return sayAssignment(value)
    const password = known === 'password' ? passwordKindOf(value) : undefined
    if (password) return t(`trail.password.${password}`)
    const { to, reason, text, name, post, fullName } = value
    if (known === 'moves' && typeof to === 'string')
      return typeof reason === 'string' && reason !== '' ? `${stateWord(to)}: ${reason}` : stateWord(to)
    if (typeof text === 'string') return text
    if (typeof fullName === 'string') return fullName
    if (typeof name === 'string') return typeof post === 'string' && post !== '' ? `${name} · ${post}` : name
    return undefined
  }

  function stateWord(state: string): string {
    const texts = Object.entries(trailStates).find(([name]) => name === type)?.[1]
    const key = `${texts}:state.${state}`
    return texts && i18n.exists(key) ? t(key as 'responses:state.sent') : state
  }

  function sayAssignment({ role, unit, from, to }: Readonly<Record<string, JsonValue>>): string | undefined {
    if (typeof role !== 'string' || !isRole(role) || typeof unit !== 'string' || typeof from !== 'string')
      return undefined
    const days =
      typeof to === 'string'
        ? t('account:fromTo', { from: format.date(from), to: format.date(to) })
        : t('account:from', { date: format.date(from) })
    return `${t(`account:roles.${role}`)} · ${nameOf(unit)} · ${days}`
  }

  // The id of a role says nothing: its value does.
  const detail = known === 'assignments' ? '' : rest.map(nameOf).join('/')
  return {
    field: known ? [t(`field.${known}`), detail && `“${detail}”`].filter(Boolean).join(' ') : field,
    thing: [
      kind ? t(`thing.${kind}`) : type,
      type === 'person' || type === 'unit' ? nameOf(thing) : numberOf(thing),
      nameOf(parseFeedId(feed)?.unit ?? ''),
    ]
      .filter(Boolean)
      .join(' · '),
    say,
  }
}

function numberOf(thing: string): string | undefined {
  const audit = parseAuditThing(thing)
  const finding = parseFindingThing(thing)
  return audit ? formatAuditNumber(audit) : finding && formatFindingNumber(finding)
}
