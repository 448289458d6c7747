import type { CompiledForm } from '../../../../domain/forms/compile-form.ts'
import type { AnswerValue } from '../../../../domain/forms/form-version.ts'
import { keyInRow, splitKey } from '../../../../domain/forms/row.ts'
import { readAnswerCell } from '../../../../domain/reports/export-answer-cell.ts'
import { nameOfPlace } from '../../../../domain/reports/export-headers.ts'
import type { ExportOptions } from '../../../../domain/reports/export-options.ts'
import { openSession } from '../../../../domain/responses/form-session.ts'
import { readResponse, type Response } from '../../../../domain/responses/response.ts'
import { responseType } from '../../../../domain/responses/response-fields.ts'
import type { Row } from '../edm.ts'
import type { EntitySet, World } from '../entity-set.ts'
import { mayCarryAnswers } from '../may-carry-away.ts'
import { rowsOfThings } from '../read-things.ts'
import { toStored } from '../to-stored.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

const options: ExportOptions = { language: 'vi', splitMultiple: false, groupNames: false }

/** One row for each question that counts and has an answer; files and hidden answers are not there. */
export const answers: EntitySet = {
  name: 'Answers',
  type: 'Answer',
  properties: {
    id: 'Edm.String',
    ...unitProperties,
    response: 'Edm.String',
    form: 'Edm.String',
    version: 'Edm.String',
    state: 'Edm.String',
    question: 'Edm.String',
    row: 'Edm.String',
    label: 'Edm.String',
    value: 'Edm.String',
    valueLabel: 'Edm.String',
    number: 'Edm.Double',
    note: 'Edm.String',
  },
  ...rowsOfThings('Answers', [
    {
      feedClass: 'unit',
      type: responseType,
      mayHave: mayCarryAnswers,
      async toRows(id, entries, unit, world) {
        const response = readResponse(entries.map(toStored))
        const form = response.form && (await world.findForm(response.form))
        if (!form) return []
        const about = {
          ...readUnitProperties(unit, world),
          response: id,
          form: form.form.id,
          version: form.form.version,
          state: response.state,
        }
        return listAnswers(form, response, world).map(answer => ({
          id: `${id}/${keyInRow(answer.question, answer.row)}`,
          ...about,
          ...answer,
        }))
      },
    },
  ]),
}

interface Answer {
  readonly question: string
  readonly row: string
  readonly [property: string]: Row[string]
}

function listAnswers(form: CompiledForm, response: Response, { today, dayOf, timeOf, directory }: World) {
  // What a form reads from the clock is what it read when it was sent.
  const sentAt = response.moves.findLast(({ to }) => to === 'sent')?.at
  const day = sentAt === undefined ? today : dayOf(sentAt)
  const session = openSession(form, response, { today: () => day, language: options.language })
  const answersByKey = session.exportedAnswers()
  const opened = { form, response, session, answers: answersByKey, files: [], score: session.score() }
  const world = {
    today: day,
    dayOf,
    timeOf,
    words: undefined,
    personName: (id: string) => id,
    unitName: (id: string) => directory.tree.get(id)?.fullName,
  }
  return Object.entries(answersByKey).map(([key, answer]): Answer => {
    const { id: question, row } = splitKey(key)
    const place = form.places.byId.get(question)
    const cell = readAnswerCell({ kind: 'answer', question }, row, opened, options, world)
    return {
      question: place?.name ?? question,
      row,
      label: place ? nameOfPlace(place, options.language, form.form) : null,
      value: codeOf(answer),
      valueLabel: cell === null ? null : String(cell),
      number: typeof answer === 'number' ? answer : null,
      note: response.notes[key] ?? null,
    }
  })
}

const codeOf = (answer: AnswerValue): string =>
  typeof answer === 'object' ? answer.join(' ') : String(answer)
