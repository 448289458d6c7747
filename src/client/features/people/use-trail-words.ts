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
import { programmeType, readOwners, readPlan, type Programme } from '../../../domain/qms/programme.ts'
import { getStep, steps } from '../../../domain/qms/steps.ts'
import { readFormName } from '../../../domain/responses/response.ts'
import { isDay } from '../../../lib/calendar-day.ts'
import type { JsonValue } from '../../../lib/json-value.ts'
import { useDirectory } from '../../context/use-directory.ts'
import type { Forms } from '../../context/forms.ts'
import { useOwnerWords } from '../../context/use-owner-words.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { TrailLine } from '../../network/admin-link.ts'
import { trailFields, trailTypes } from './trail-types.ts'

/** What the ids of a change are called, but for those of the directory; undefined until read. */
export interface TrailNames {
  readonly forms: Forms | undefined
  readonly programmes: readonly Programme[] | undefined
}

export interface TrailWords {
  /** Which field it was. */
  readonly field: string
  /** Which thing, whose, and where. */
  readonly thing: string
  /** @param other the value on the other side of the change: of a plan, only the days that differ are said */
  say: (value: JsonValue, other: JsonValue) => string
}

/** Where the words of a type's states are; wants these texts and `admin`, `account`, `road`. */
export const trailStates = {
  response: 'responses',
  finding: 'findings',
  audit: 'audits',
  auditReport: 'auditReport',
  document: 'documents',
} as const

const longest = 300

/** A change of the trail in the words of its screen instead of the codes of the log. */
export function useTrailWords(
  { type, thing, field, feed }: TrailLine,
  { forms, programmes }: TrailNames,
): TrailWords {
  const { t, i18n } = useTranslation(['admin', 'account', 'road', ...Object.values(trailStates)])
  const ownersWords = useOwnerWords()
  const text = useLocalText()
  const directory = useDirectory()
  const format = useFormat()
  const [first = '', ...rest] = field.split('/')
  const known = trailFields.find(name => name === first)
  const kind = trailTypes.find(name => name === type)

  /** Persons and units by their names, audits and findings by their numbers, anything else as it is. */
  const nameOf = (id: string): string =>
    directory?.people.get(id)?.name ?? directory?.tree.get(id)?.fullName ?? numberOf(id) ?? id

  function partName(id: string): string {
    const title =
      known === 'owners' || known === 'steps' || known === 'done'
        ? getStep(id)?.title
        : known === 'surveys' && forms?.list.findLast(form => form.id === id)?.form.title
    return title ? text(title) : nameOf(id)
  }

  function say(value: JsonValue, other: JsonValue): string {
    if (known === 'plan') return sayPlan(value, other)
    if (value === null) return t('trail.empty')
    if (typeof value === 'boolean') return t(value ? 'trail.yes' : 'trail.no')
    if (typeof value === 'number')
      return first === 'startedAt' ? format.dateTime(value) : format.number(value)
    if (typeof value === 'string') return isDay(value) ? format.date(value) : nameOf(value)
    const words = Array.isArray(value) ? undefined : sayRecord(value as Readonly<Record<string, JsonValue>>)
    const said = words ?? JSON.stringify(value)
    return said.length > longest ? `${said.slice(0, longest)}…` : said
  }

  /** A line for each step whose day was changed. */
  function sayPlan(value: JsonValue, other: JsonValue): string {
    const [days, others] = [readPlan(value), readPlan(other)]
    const lines = steps.flatMap(({ id, title }, at) => {
      const day = days?.get(id)
      return day === others?.get(id)
        ? []
        : `${at + 1}. ${text(title)}: ${day === undefined ? t('trail.empty') : format.date(day)}`
    })
    if (!days) return JSON.stringify(value)
    return lines.length > 0 ? lines.join('\n') : t('trail.empty')
  }

  function sayRecord(value: Readonly<Record<string, JsonValue>>): string | undefined {
    if (known === 'assignments') return sayAssignment(value)
    const owners = known === 'owners' ? readOwners(value) : undefined
    if (owners) return ownersWords(owners)
    const form = known === 'surveyForm' || known === 'form' ? readFormName(value) : undefined
    if (form) {
      const found = forms?.list.find(({ id, version }) => id === form.id && version === form.version)
      return `${found ? text(found.form.title) : form.id} (${form.version})`
    }
    if (known === 'name' && type === programmeType)
      return Object.values(value)
        .flatMap(one => (typeof one === 'string' && one !== '' ? [one] : []))
        .join(' / ')
    const password = known === 'password' ? passwordKindOf(value) : undefined
    if (password) return t(`trail.password.${password}`)
    const { to, reason, text: words, name, post, fullName } = value
    if (known === 'moves' && typeof to === 'string')
      return typeof reason === 'string' && reason !== '' ? `${stateWord(to)}: ${reason}` : stateWord(to)
    if (typeof words === 'string') return words
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
  const detail = known === 'assignments' ? '' : rest.map(partName).join('/')
  const programme = type === programmeType ? programmes?.find(({ id }) => id === thing) : undefined
  const programmeName = programme && text(programme.name)
  return {
    field: known ? [t(`field.${known}`), detail && `“${detail}”`].filter(Boolean).join(' ') : field,
    thing: [
      kind ? t(`thing.${kind}`) : type,
      type === 'person' || type === 'unit' ? nameOf(thing) : (programmeName ?? numberOf(thing)),
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
