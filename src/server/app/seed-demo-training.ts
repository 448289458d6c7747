import pilot from '../../content/demo/pilot.json' with { type: 'json' }
import training from '../../content/demo/training.json' with { type: 'json' }
import key from '../../content/forms-private/awareness-quiz-key.json' with { type: 'json' }
import { feedId } from '../../domain/people/feed.ts'
import { unitId } from '../../domain/people/unit.ts'
import { personRun } from '../../domain/qms/person-run.ts'
import { roadFields, roadThing, roadType } from '../../domain/qms/road-fields.ts'
import { trainingFields, trainingThing, trainingType } from '../../domain/qms/training-fields.ts'
import { responseFields, responseId, responseType } from '../../domain/responses/response-fields.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { createDemoSpeaker } from './demo-speaker.ts'
import type { OpenedServices } from './open-services.ts'
import { unitsFrom } from './seed-reference.ts'

const dayMs = 86_400_000
const quiz = { id: key.form, version: key.version }

type Fields = Readonly<Record<string, JsonValue>>

/**
 * The training of one commune before the demo: its people in scope, a session that was held with two of them missing, one
 * that is planned, and quizzes that the server has graded. Run again from the same moment it changes nothing.
 */
export async function seedDemoTraining(opened: OpenedServices, startedAt: number): Promise<void> {
  const { dayOf } = opened.services
  const unit = unitId(training.commune, unitsFrom)
  const tell = await createDemoSpeaker(opened, { name: 'training', firstSeq: 800_000 })
  const say = (at: number, type: string, thing: string, fields: Fields): Promise<number> =>
    tell(
      training.official,
      at,
      Object.entries(fields).map(([field, value]) => ({
        feed: feedId(unit, 'unit'),
        type,
        thing,
        field,
        value,
      })),
    )
  const daysAgo = (days: number): number => startedAt - days * dayMs
  const personOf = (id: string) => training.staff.find(one => one.id === id)

  await say(
    daysAgo(24),
    roadType,
    roadThing(pilot.programme, unit),
    Object.fromEntries(
      training.staff.map(({ id, name, post }) => [
        roadFields.staff(id),
        { name, post, from: unitsFrom, to: null },
      ]),
    ),
  )
  for (const {
    id,
    topic,
    plannedDaysAgo,
    heldDaysAgo,
    place,
    trainer,
    hours,
    present,
    invited,
  } of training.sessions) {
    const thing = trainingThing(id, unit)
    const people = invited ?? training.staff.map(one => one.id)
    await say(daysAgo(23), trainingType, thing, {
      [trainingFields.topic]: topic,
      [trainingFields.day('planned')]: dayOf(daysAgo(plannedDaysAgo)),
      [trainingFields.text('place')]: place,
      [trainingFields.text('trainer')]: trainer,
      [trainingFields.hours]: hours,
      ...Object.fromEntries(people.map(person => [trainingFields.invited(person), true])),
    })
    if (heldDaysAgo === undefined) continue
    await say(daysAgo(heldDaysAgo), trainingType, thing, {
      [trainingFields.day('held')]: dayOf(daysAgo(heldDaysAgo)),
      ...Object.fromEntries(
        (present ?? []).map(person => {
          const { name = '', post = '' } = personOf(person) ?? {}
          return [trainingFields.attendance(person), { name, post }]
        }),
      ),
    })
  }
  for (const { person, daysAgo: ago, right } of training.quizzes) {
    const answers = Object.fromEntries(
      Object.entries(key.answers).map(([id, options], at) => [
        id,
        at < right ? (options[0] ?? '') : wrong(options),
      ]),
    )
    await say(daysAgo(ago), responseType, responseId(pilot.programme, quiz.id, unit, personRun(person, 1)), {
      [responseFields.form]: quiz,
      ...Object.fromEntries(Object.entries(answers).map(([id, value]) => [responseFields.answer(id), value])),
      [responseFields.move('m1')]: { to: 'sent', sent: { answers, notes: {}, files: {} } },
    })
  }
}

const wrong = (right: readonly string[]): string => ['a', 'b'].find(option => !right.includes(option)) ?? 'c'
