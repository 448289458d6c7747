import { isRecord, type JsonValue } from '../../../lib/json-value.ts'
import { readMove } from '../../responses/move.ts'
import { responseType } from '../../responses/response-fields.ts'
import type { StoredThing } from '../../qms/gather-facts.ts'
import type { QmsFacts } from '../../qms/qms-facts.ts'

/** What the server computed of the sendings of a commune. */
export interface Scores {
  /** The survey's latest sending: percent by section. Null before that. */
  readonly survey: { readonly thing: string; readonly sections: Readonly<Record<string, number>> } | null
  /** Forms of citizens that were sent: percent of satisfaction each. */
  readonly citizens: readonly { readonly thing: string; readonly score: number }[]
}

const citizenForm = 'citizen_satisfaction'

export function listScores(things: readonly StoredThing[], { survey }: QmsFacts): Scores {
  const surveyThing = survey?.thing
  let found: Scores['survey'] = null
  const citizens: { thing: string; score: number }[] = []
  for (const own of things) {
    if (own.type !== responseType) continue
    const isSurvey = own.thing === surveyThing
    if (!isSurvey && !isOfForm(own.thing, citizenForm)) continue
    const result = latestResult(own)
    if (!result) continue
    const sections = Object.entries(fieldsOf(result['sections'])).filter(
      (one): one is [string, number] => typeof one[1] === 'number',
    )
    if (isSurvey) found = { thing: own.thing, sections: Object.fromEntries(sections) }
    else if (typeof result['total'] === 'number') citizens.push({ thing: own.thing, score: result['total'] })
  }
  return { survey: found, citizens }
}

const isOfForm = (thing: string, form: string): boolean =>
  thing.includes(`.${form}~`) || thing.includes(`.${form}.`)

/** What the server said of the last sending; undefined when there is none, or not yet. */
function latestResult({ fields }: StoredThing): Readonly<Record<string, JsonValue>> | undefined {
  let last: { readonly id: string; readonly order: number } | undefined
  for (const stored of fields) {
    if (!stored.field.startsWith('moves/') || stored.value === null) continue
    const move = readMove(stored.field.slice('moves/'.length), stored)
    if (move?.to === 'sent' && (!last || move.order >= last.order)) last = move
  }
  const value = last && fields.find(({ field }) => field === `results/${last.id}`)?.value
  return value !== undefined && isRecord(value) ? (value as Readonly<Record<string, JsonValue>>) : undefined
}

const fieldsOf = (value: JsonValue | undefined): Readonly<Record<string, JsonValue>> =>
  value !== undefined && isRecord(value) ? (value as Readonly<Record<string, JsonValue>>) : {}
