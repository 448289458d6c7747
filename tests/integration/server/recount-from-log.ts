import type { DatabaseSync } from 'node:sqlite'

/** Figures counted from the log alone: what was written, who won, and nothing of the app's own reading. */
export interface Recount {
  readonly counts: Readonly<
    Record<'declared' | 'late' | 'openFindings' | 'overdue' | 'inScope' | 'trained' | 'untrained', number>
  >
  readonly byClause: Readonly<Record<string, number>>
  /** Mean score by section of the survey. */
  readonly means: Readonly<Record<string, number>>
  /** Satisfied, not satisfied. */
  readonly citizens: readonly [number, number]
  /** Days planned for the declaration, and days of first signed ones; one for each commune that has one. */
  readonly plannedOn: readonly string[]
  readonly declaredOn: readonly string[]
}

interface Given {
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly programme: string
}

// oxlint-disable-next-line typescript/no-explicit-any -- values of a log are whatever was written
type Value = any
type Fields = Map<string, { readonly value: Value; readonly seq: number; readonly hlc: number }>

const mandatory = [
  'policy',
  'objectives',
  'manual',
  'procedure1',
  'procedure2',
  'procedure3',
  'procedure4',
  'procedure5',
  'procedure6',
]

export function recountFromLog(database: DatabaseSync, feeds: readonly string[], given: Given): Recount {
  const counts = { declared: 0, late: 0, openFindings: 0, overdue: 0, inScope: 0, trained: 0, untrained: 0 }
  const byClause: Record<string, number> = {}
  const scores: Record<string, number[]> = {}
  const citizens: [number, number] = [0, 0]
  const plannedOn: string[] = []
  const declaredOn: string[] = []
  for (const feed of feeds) {
    const things = readThings(database, feed)
    const road = things.get(`road.${given.programme}.${feed.replace('/unit', '')}`) ?? new Map()
    const all = [...things]
    const declarations = all.filter(([thing, own]) => thing.startsWith('declaration.') && own.get('signed'))
    if (declarations.length > 0) {
      counts.declared++
      declaredOn.push(
        ...declarations
          .map(([, own]) => dayOf(own.get('signed')?.hlc ?? 0))
          .sort()
          .slice(0, 1),
      )
    }
    const planned = road.get('steps/s13')?.value?.plannedOn
    if (planned) plannedOn.push(planned)
    if (isLate(things, road, given)) counts.late++

    for (const [thing, own] of all) {
      if (!thing.startsWith('finding.')) continue
      const request = own.get('request')?.value
      if (request?.grade !== 'major' && request?.grade !== 'minor') continue
      for (const clause of request.clauses) byClause[clause] = (byClause[clause] ?? 0) + 1
      const state = lastMove(own)?.value.to ?? 'raised'
      if (state !== 'closed' && state !== 'cancelled') counts.openFindings++
      const due = own.get('action/dueOn')?.value ?? request.dueOn
      const isTheirs = ['raised', 'accepted', 'planned', 'planApproved', 'reopened'].includes(state)
      if (isTheirs && due < given.today) counts.overdue++
    }

    const present = new Set(
      all
        .filter(
          ([thing, own]) => thing.includes('.training_attendance~') && lastMove(own)?.value.to === 'sent',
        )
        .flatMap(([, own]) => [...own])
        .filter(([field]) => field.startsWith('answers/p_name@'))
        .map(([, { value }]) => value),
    )
    for (const [field, { value }] of road)
      if (field.startsWith('staff/') && value !== null) {
        counts.inScope++
        if (present.has(value.name)) counts.trained++
        else counts.untrained++
      }

    for (const [thing, own] of all) {
      const sent = [...own]
        .filter(([field, { value }]) => field.startsWith('moves/') && value.to === 'sent')
        .at(-1)?.[0]
      const result = sent && own.get(sent.replace('moves/', 'results/'))?.value
      if (!result) continue
      if (thing.startsWith(`${given.programme}.survey_baseline.`))
        for (const [section, score] of Object.entries(result.sections))
          (scores[section] ??= []).push(score as number)
      if (thing.includes('.citizen_satisfaction~')) citizens[result.total >= 50 ? 0 : 1]++
    }
  }
  const means = Object.fromEntries(
    Object.entries(scores).map(([section, list]) => [
      section,
      list.reduce((sum, score) => sum + score, 0) / list.length,
    ]),
  )
  return { counts, byClause, means, citizens, plannedOn, declaredOn }
}

/** The winning value of each field, from the records in their order. */
function readThings(database: DatabaseSync, feed: string): Map<string, Fields> {
  const things = new Map<string, Fields>()
  for (const { record } of database.prepare('select record from log where feed = ? order by seq').all(feed)) {
    const { op, answer } = JSON.parse(String(record)) as Value
    if (!answer.wins) continue
    const own: Fields = things.get(op.thing) ?? new Map()
    things.set(op.thing, own)
    own.delete(op.field)
    own.set(op.field, { value: op.value, seq: answer.seq, hlc: answer.hlc })
  }
  return things
}

const lastMove = (own: Fields) =>
  [...own]
    .filter(([field]) => field.startsWith('moves/'))
    .map(([, one]) => one)
    .sort((a, b) => a.seq - b.seq)
    .at(-1)

const dayOf = (hlc: number): string =>
  new Date(Math.floor(hlc / 1024) + 7 * 3_600_000).toISOString().slice(0, 10)

/** A step is past its day, and neither said with a proof nor shown by what the histories of this test can hold. */
function isLate(things: Map<string, Fields>, road: Fields, { today, programme }: Given): boolean {
  const documents = [...things].filter(([thing]) => thing.startsWith('document.'))
  const issued = documents.flatMap(([, own]) => {
    const move = lastMove(own)?.value
    return move?.to === 'issued' ? [{ id: own.get('mandatory')?.value, on: move.issuedOn as string }] : []
  })
  const isIssued = mandatory.every(id => issued.some(one => one.id === id))
  const first = issued.map(({ on }) => on).sort()[0]
  const daysApplied = first ? (Date.parse(today) - Date.parse(first)) / 86_400_000 : 0
  const survey = [...things].find(([thing]) => thing.startsWith(`${programme}.survey_baseline.`))?.[1]
  const hasSession = [...things.keys()].some(thing => thing.includes('.training_attendance~'))
  const isSigned = [...things].some(([thing, own]) => thing.startsWith('declaration.') && own.get('signed'))
  const shown: Readonly<Record<string, boolean>> = {
    s02: survey !== undefined && lastMove(survey)?.value.to === 'sent',
    s03: hasSession,
    s06: isIssued,
    s07: isIssued,
    s08: daysApplied >= 60,
    s13: isSigned,
  }
  return Array.from({ length: 16 }, (_, at) => `s${String(at + 1).padStart(2, '0')}`).some(step => {
    const planned = road.get(`steps/${step}`)?.value?.plannedOn
    if (!planned || planned >= today || shown[step]) return false
    const isSaid = road.get(`done/${step}`)?.value
    return !(isSaid && [...road.keys()].some(field => field.startsWith(`evidence/${step}/`)))
  })
}
