import type { StoredField } from '../../domain/audits/stored-field.ts'
import type { FormVersion } from '../../domain/forms/form-version.ts'
import { feedId } from '../../domain/people/feed.ts'
import type { CommuneSpan } from '../../domain/qms/due-on.ts'
import { judgeRoad, type JudgedRoad } from '../../domain/qms/judge-road.ts'
import { programmeType, type Programme } from '../../domain/qms/programme.ts'
import { readProgrammes } from '../../domain/qms/read-programmes.ts'
import { readSettings, settingsType } from '../../domain/qms/settings.ts'
import { msOfHlc } from '../../sync/protocol/hlc.ts'
import type { Entry } from '../../sync/protocol/op.ts'
import type { Services } from './environment.ts'

export type RoadServices = Pick<Services, 'entries' | 'referenceFeed' | 'dayOf' | 'listForms'>

/**
 * A commune's road in each programme that it is in, from what the server has: judged by the functions that the tablets
 * judge with. Whether the asker reads the commune is asked before.
 */
export async function readRoads(
  unit: CommuneSpan,
  today: string,
  { entries, referenceFeed, dayOf, listForms }: RoadServices,
): Promise<readonly { readonly programme: Programme; readonly road: JudgedRoad }[]> {
  const reference = await entries.readTypes(referenceFeed, [programmeType, settingsType])
  const programmes = readProgrammes(reference.filter(({ type }) => type === programmeType)).filter(
    ({ communes }) => communes.has(unit.id),
  )
  if (programmes.length === 0) return []
  const settings = readSettings(reference.filter(({ type }) => type === settingsType))
  // All of the feed, as a tablet has it: no kind of thing can be forgotten here.
  const { entries: own } = await entries.readAfter(feedId(unit.id, 'unit'), 0, Number.MAX_SAFE_INTEGER)
  const things = [...Map.groupBy(own, ({ thing }) => thing)].map(([thing, fields]) => ({
    type: fields[0]?.type ?? '',
    thing,
    fields: fields.map(toRecorded),
  }))
  const forms = await listForms()
  const byName = new Map(forms.map(form => [nameOf(form), form]))
  const given = {
    unit,
    settings,
    today,
    dayOf,
    forms,
    findForm: (name: Pick<FormVersion, 'id' | 'version'>) => byName.get(nameOf(name)),
  }
  return programmes.map(programme => ({ programme, road: judgeRoad(things, { ...given, programme }) }))
}

const nameOf = ({ id, version }: Pick<FormVersion, 'id' | 'version'>): string => JSON.stringify([id, version])

/** The time is that of recording, as on the tablets: what reaches the server days later was done then. */
const toRecorded = ({ field, value, author, hlc, seq }: Entry): StoredField => ({
  field,
  value,
  author,
  at: msOfHlc(hlc),
  order: seq,
})
