import { formatFindingNumber, type FindingName } from '../../audits/audit-number.ts'
import type { Finding } from '../../audits/finding.ts'
import { isWayBack, type FindingTarget } from '../../audits/finding-state.ts'
import { isPhoto } from '../../responses/evidence-file.ts'
import type { Paper, PaperSigner } from './paper.ts'
import type { PaperFrame } from './paper-frame.ts'
import type { PaperNames } from './paper-words.ts'
import { sizeOf } from './report-paper.ts'

interface Given {
  readonly name: FindingName
  readonly finding: Finding
  readonly frame: PaperFrame
  readonly names: PaperNames
}

/** The corrective-action request (BM-05-01), as far as it has come. */
export function carPaper({ name, finding, frame, names }: Given): Paper {
  const { words, person, area, date, time } = names
  const { request, action, files, moves } = finding
  const number = formatFindingNumber(name)
  // Who checked and closed an earlier round has not signed for this one.
  const back = moves.findLastIndex((move, at) => isWayBack(moves[at - 1]?.to ?? 'raised', move.to))
  const moved = (to: FindingTarget) => moves.slice(Math.max(0, back)).findLast(move => move.to === to)
  const sign = (title: string, who: string | undefined, signature?: string): PaperSigner => {
    const file = signature === undefined ? undefined : files.signature[signature]
    return {
      title: [title.toUpperCase()],
      name: who === undefined ? '' : person(who),
      note: words('signNote'),
      picture:
        file && isPhoto(file) && signature !== undefined ? { sha256: signature, ...sizeOf(file) } : undefined,
    }
  }
  const day = (value: string | null | undefined): string => (value ? date(value) : '')
  const whys = (['why1', 'why2', 'why3', 'why4', 'why5'] as const).flatMap(part => action[part] ?? [])
  const verified = moved('verified')
  const closed = moved('closed')
  const accepted = moves.findLast(({ to, signature }) => to === 'accepted' && signature !== undefined)
  return {
    ...frame,
    fileName: words('car.file', { number: number.replaceAll('/', '-') }),
    number: '',
    kind: words('car.kind'),
    subject: words('car.subject', { number }),
    blocks: [
      { type: 'heading', text: words('car.request') },
      {
        type: 'facts',
        rows: [
          [words('fact.raisedOn'), day(request?.raisedOn)],
          [words('fact.source'), words('car.source')],
          [words('column.area'), request?.area ? area(request.area) : ''],
          [
            words('column.clause'),
            (request?.clauses ?? []).map(id => names.clause(request?.standard ?? '2008', id)).join('; '),
          ],
          [words('fact.grade'), request ? names.grade(request.grade) : ''],
          [words('part.nature'), request?.nature ?? ''],
          [words('part.proof'), request?.proof ?? ''],
          [words('part.requirement'), request?.requirement ?? ''],
        ],
      },
      { type: 'heading', text: words('car.plan') },
      {
        type: 'facts',
        rows: [
          [words('car.correction'), action.correction ?? ''],
          [
            words('car.cause'),
            [...whys.map((why, at) => `${at + 1}. ${why}`), action.cause ?? ''].filter(Boolean).join('\n'),
          ],
          [words('car.action'), action.action ?? ''],
          [words('car.owner'), action.owner ? person(action.owner) : ''],
          [words('car.due'), day(action.dueOn ?? request?.dueOn)],
        ],
      },
      { type: 'heading', text: words('car.result') },
      {
        type: 'facts',
        rows: [
          [words('car.doneOn'), day(action.doneOn)],
          [words('car.doneNote'), action.doneNote ?? ''],
          [
            words('car.verify'),
            [action.verifyNote, verified && `(${person(verified.author)}, ${time(verified.at)})`]
              .filter(Boolean)
              .join(' '),
          ],
          [
            words('car.effect'),
            [action.effectiveness && words(`car.effects.${action.effectiveness}`), action.effectNote]
              .filter(Boolean)
              .join('. '),
          ],
          [words('car.closedOn'), closed ? time(closed.at) : ''],
        ],
      },
    ],
    signers: [
      sign(words('signer.auditor'), request?.lead),
      sign(words('signer.auditee'), accepted?.author, accepted?.signature),
      sign(words('signer.owner'), action.owner),
      sign(words('signer.verifier'), verified?.author),
      sign(words('signer.qmr'), closed?.author, closed?.signature),
    ],
    recipients: [],
    marks: [],
    photos: (['request', 'done', 'verify'] as const).flatMap(slot =>
      Object.entries(files[slot]).flatMap(([sha256, file]) =>
        isPhoto(file) ? [{ sha256, ...sizeOf(file), caption: words(`caption.${slot}`) }] : [],
      ),
    ),
  }
}
