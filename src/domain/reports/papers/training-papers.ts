import type { TestResult } from '../../qms/test-results.ts'
import { sessionPhotos } from '../../qms/training-fields.ts'
import type { TrainingTopic } from '../../qms/training-topics.ts'
import type { Training } from '../../qms/training.ts'
import { isPhoto } from '../../responses/evidence-file.ts'
import type { Paper, PaperBlock, PaperPhoto } from './paper.ts'
import type { PaperFrame } from './paper-frame.ts'
import type { PaperNames } from './paper-words.ts'
import { listRecipients, sizeOf } from './report-paper.ts'

interface Given {
  readonly training: Training
  readonly topic: TrainingTopic | undefined
  /** The topic's title in the paper's language. */
  readonly title: string
  readonly frame: PaperFrame
  readonly names: PaperNames
}

/** Who was at a session, with the signatures drawn on the tablet; the column stays open for those on paper. */
export function attendancePaper(given: Given): Paper {
  const { training, title, names } = given
  const { words } = names
  const people = [...training.attendance]
  return {
    ...frameOf(given, 'attendance'),
    blocks: [
      facts(given),
      {
        type: 'table',
        header: ['order', 'fullName', 'post', 'signature'].map(key => words(`column.${key}`)),
        widths: [1, 5, 4, 3],
        rows: people.map(([key, { name, post }], at) => [
          String(at + 1),
          name,
          post,
          signaturesOf(training, key).length > 0 ? words('training.signed') : '',
        ]),
      },
    ],
    photos: [
      ...people.flatMap(([key, { name }]) =>
        signaturesOf(training, key).map(photo => ({ ...photo, caption: words('signatureOf', { name }) })),
      ),
      ...signaturesOf(training, sessionPhotos).map(photo => ({
        ...photo,
        caption: `${words('training.photo')}: ${title}`,
      })),
    ],
  }
}

/** Whom certificates go to and how they did; the numbers are the clerk's. */
export function certificatesPaper(
  given: Given & {
    /** The latest quiz of each person, by their key. */
    readonly results: ReadonlyMap<string, TestResult>
  },
): Paper {
  const { training, topic, names, results } = given
  const { words, date } = names
  const since = training.heldOn ?? ''
  const resultOf = (key: string): string => {
    if (topic?.quiz === undefined) return words('training.attended')
    const result = results.get(key)
    if (!result || result.on < since) return words('training.noTest')
    const word = result.total >= (topic.passAt ?? 0) ? 'passed' : 'notPassed'
    return words(`training.${word}`, { percent: Math.round(result.total) })
  }
  return {
    ...frameOf(given, 'certificates'),
    blocks: [
      facts(given),
      {
        type: 'table',
        header: ['order', 'fullName', 'post', 'certificate', 'day', 'result'].map(key =>
          words(`column.${key}`),
        ),
        widths: [1, 4, 3, 3, 2.4, 3],
        rows: [...training.attendance].map(([key, { name, post }], at) => [
          String(at + 1),
          name,
          post,
          '',
          date(since),
          resultOf(key),
        ]),
      },
      { type: 'text', text: words('training.numbers'), look: 'italic' },
    ],
    photos: [],
  }
}

function frameOf(
  { training, title, frame, names }: Given,
  kind: 'attendance' | 'certificates',
): Omit<Paper, 'blocks' | 'photos'> {
  const { words } = names
  return {
    ...frame,
    fileName: words(`training.${kind}File`, { day: training.heldOn ?? training.plannedOn ?? '' }),
    number: words('number', { symbol: 'DS-UBND' }),
    kind: words('training.kind'),
    subject: words(`training.${kind}`, { topic: title }),
    signers: [
      {
        title: [words('signer.prepared').toUpperCase()],
        name: '',
        note: words('signNote'),
        picture: undefined,
      },
      { title: frame.authority, name: '', note: words('sealNote'), picture: undefined },
    ],
    recipients: listRecipients(undefined, words('training.recipients')),
    marks: [],
  }
}

function facts({ training, title, names: { words, date } }: Given): PaperBlock {
  const { texts, hours, attendance, invited } = training
  return {
    type: 'facts',
    rows: [
      [words('training.topic'), title],
      [words('fact.time'), date(training.heldOn ?? training.plannedOn ?? '')],
      [words('fact.place'), texts.place ?? ''],
      [words('training.trainer'), texts.trainer ?? ''],
      [words('training.hours'), hours === undefined ? '' : words('training.hoursValue', { hours })],
      [
        words('training.counts'),
        words('training.countsValue', { present: attendance.size, invited: invited.size }),
      ],
    ],
  }
}

function signaturesOf({ files }: Training, slot: string): readonly Omit<PaperPhoto, 'caption'>[] {
  return Object.entries(files[slot] ?? {}).flatMap(([sha256, file]) =>
    isPhoto(file) ? [{ sha256, ...sizeOf(file) }] : [],
  )
}
