import roads from '../../content/demo/roads.json' with { type: 'json' }
import { unitId } from '../../domain/people/unit.ts'
import { roadFields } from '../../domain/qms/road-fields.ts'
import { trainingFields, trainingThing, trainingType } from '../../domain/qms/training-fields.ts'
import { declareDemoRoad } from './demo-road-declaration.ts'
import { writeDemoDocuments } from './demo-road-documents.ts'
import { roadChanges, thingChanges, type DemoRoad } from './demo-road.ts'
import { createDemoSpeaker } from './demo-speaker.ts'
import type { OpenedServices } from './open-services.ts'
import { unitsFrom } from './seed-reference.ts'
import { storeDemoPicture } from './store-demo-picture.ts'

const dayMs = 86_400_000
/** The reviewer plans a road so long before its survey. */
const plannedAhead = 15
const preparation = ['rd_org_1', 'rd_org_2', 'rd_org_3']
const stepOfTopic: Readonly<Record<string, string>> = { aware: 's03', docs: 's04', audit: 's09' }

/**
 * The roads of some communes before the demo, by the people who go them: reviewers plan, officials prove; some are late, one
 * is stuck, one has declared. Run again from the same moment it changes nothing.
 */
export async function seedDemoRoads(opened: OpenedServices, startedAt: number): Promise<void> {
  const { services } = opened
  const { dayOf } = services
  const tell = await createDemoSpeaker(opened, { name: 'roads', firstSeq: 700_000 })
  const planned: Readonly<Record<string, number>> = roads.planned
  for (const [index, sample] of roads.communes.entries()) {
    const unit = unitId(sample.commune, unitsFrom)
    const plannedAt = (step: string): number =>
      startedAt + ((planned[step] ?? 0) - sample.surveyDaysAgo) * dayMs
    const road: DemoRoad = {
      sample,
      unit,
      plannedAt,
      dayOf,
      page: await storeDemoPicture(services, sample.official, 20 + index),
      say: async (person, at, ...changes) => {
        await tell(person, at, changes.flat())
      },
    }
    await road.say(
      sample.officer,
      plannedAt('s02') - plannedAhead * dayMs,
      roadChanges(
        unit,
        Object.fromEntries(
          Object.keys(planned).map(step => [
            roadFields.step(step),
            { plannedOn: dayOf(plannedAt(step)), owner: sample.official, note: '' },
          ]),
        ),
      ),
    )
    if (!sample.isPrepared) continue
    await prepare(road)
    for (const topic of sample.topics ?? []) await train(road, topic)
    if (sample.documents !== undefined) await writeDemoDocuments(road)
    if (sample.isDeclared === true) await declareDemoRoad(services, road)
  }
}

/** The first step: decisions and plan on paper, and who works within the scope. */
function prepare({ sample, unit, plannedAt, page, say }: DemoRoad): Promise<void> {
  const papers = preparation.map(gate => [roadFields.evidence(gate, page.sha256), { ...page.photo }])
  const staff = (sample.staff ?? []).map(([name, post], at) => [
    roadFields.staff(`s${at + 1}`),
    { name, post, from: unitsFrom, to: null },
  ])
  const isIssued = sample.documents === 'issued'
  const procedures = (isIssued ? roads.procedures : []).map(([title, area], at) => [
    roadFields.procedure(`p${at + 1}`),
    { title, area },
  ])
  return say(
    sample.official,
    plannedAt('s01'),
    roadChanges(unit, Object.fromEntries([...papers, ...staff, ...procedures])),
  )
}

function train({ sample, unit, plannedAt, dayOf, say }: DemoRoad, topic: string): Promise<void> {
  const at = plannedAt(stepOfTopic[topic] ?? '')
  const staff = (sample.staff ?? []).map(([name = '', post = ''], nth) => ({ id: `s${nth + 1}`, name, post }))
  // Two of each commune become auditors.
  const present = topic === 'audit' ? staff.slice(0, 2) : staff
  return say(
    sample.official,
    at,
    thingChanges(unit, trainingType, trainingThing(`${topic}-1`, unit), {
      [trainingFields.topic]: topic,
      [trainingFields.day('planned')]: dayOf(at),
      [trainingFields.day('held')]: dayOf(at),
      [trainingFields.text('place')]: 'Hội trường UBND xã',
      [trainingFields.text('trainer')]: 'Chi cục Tiêu chuẩn Đo lường Chất lượng',
      [trainingFields.hours]: 4,
      ...Object.fromEntries(staff.map(({ id }) => [trainingFields.invited(id), true])),
      ...Object.fromEntries(
        present.map(({ id, name, post }) => [trainingFields.attendance(id), { name, post }]),
      ),
    }),
  )
}
