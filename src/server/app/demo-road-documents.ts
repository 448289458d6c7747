import roads from '../../content/demo/roads.json' with { type: 'json' }
import mandatory from '../../content/qms/mandatory-documents.json' with { type: 'json' }
import { documentFields, documentThing, documentType } from '../../domain/qms/document-fields.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { thingChanges, type DemoRoad } from './demo-road.ts'
import type { DemoChange } from './demo-speaker.ts'

/** How many a commune has that is still writing. */
const begunDocuments = 4
const hourMs = 3_600_000

/** The commune's documents: some drafts and one in review, or all mandatory ones and the procedures' approved and issued. */
export async function writeDemoDocuments(road: DemoRoad): Promise<void> {
  const { sample, plannedAt, dayOf, page, unit, say } = road
  const { official, leader } = sample
  const own = [
    ...mandatory.map(({ id, kind, clause, title }) => ({
      id,
      fields: { kind, mandatory: id, 'text/title': title.vi, 'text/clause': clause },
    })),
    ...roads.procedures.map(([title = ''], at) => ({
      id: `work${at + 1}`,
      fields: { kind: 'workProcedure', procedure: `p${at + 1}`, 'text/title': `Quy trình ${title}` },
    })),
  ]
  const changesOf = (id: string, fields: Readonly<Record<string, JsonValue>>): readonly DemoChange[] =>
    thingChanges(unit, documentType, documentThing(id, unit), fields)
  const file = { [documentFields.evidence(1, page.sha256)]: { ...page.photo } }

  if (sample.documents === 'begun') {
    const begunAt = plannedAt('s04') + 3 * 24 * hourMs
    await say(
      official,
      begunAt,
      ...own.slice(0, begunDocuments).map(({ id, fields }, at) =>
        changesOf(id, {
          ...fields,
          // The last one is only begun.
          ...(at < begunDocuments - 1 && file),
          ...(at === 0 && { [documentFields.move('m1')]: { to: 'inReview' } }),
        }),
      ),
    )
    return
  }
  if (leader === undefined) throw new Error(`${sample.commune} has nobody who issues its documents`)
  const issuedOn = dayOf(plannedAt('s07'))
  const year = issuedOn.slice(0, 4)
  await say(
    official,
    plannedAt('s05'),
    ...own.map(({ id, fields }) =>
      changesOf(id, { ...fields, ...file, [documentFields.move('m1')]: { to: 'inReview' } }),
    ),
  )
  await say(
    leader,
    plannedAt('s07'),
    ...own.map(({ id }) =>
      changesOf(id, {
        [documentFields.move('m2')]: { to: 'approved' },
        [documentFields.move('m3')]: { to: 'issued', decision: `15/QĐ-UBND năm ${year}`, issuedOn },
      }),
    ),
  )
}
