import type { Declaration } from '../../qms/declaration.ts'
import { decisionKinds, reviewTexts, type ManagementReview } from '../../qms/management-review.ts'
import { isPhoto } from '../../responses/evidence-file.ts'
import type { Paper, PaperBlock } from './paper.ts'
import type { PaperFrame } from './paper-frame.ts'
import type { PaperNames } from './paper-words.ts'
import { listRecipients, paragraphs, sizeOf } from './report-paper.ts'

interface Given {
  readonly frame: PaperFrame
  readonly names: PaperNames
}

/** Minutes of a management review (BM-07-02): inputs a to g of 5.6.2, decisions a to c of 5.6.3. */
export function reviewPaper({ review, frame, names }: Given & { readonly review: ManagementReview }): Paper {
  const { words, person, date } = names
  const inputs = reviewTexts.filter(name => name !== 'place' && name !== 'attendees' && name !== 'conclusion')
  return {
    ...frame,
    fileName: words('review.file', { day: review.on ?? '' }),
    number: words('number', { symbol: 'BB-UBND' }),
    kind: words('minutes.kind'),
    subject: words('review.subject'),
    blocks: [
      {
        type: 'facts',
        rows: [
          [words('fact.time'), review.on === undefined ? '' : date(review.on)],
          [words('fact.place'), review.texts.place ?? ''],
          [words('minutes.attendees'), review.texts.attendees ?? ''],
        ],
      },
      { type: 'heading', text: words('review.inputs') },
      { type: 'facts', rows: inputs.map(name => [words(`review.text.${name}`), review.texts[name] ?? '']) },
      ...decisionKinds.flatMap((kind): readonly PaperBlock[] => {
        const own = review.decisions.filter(decision => decision.kind === kind)
        return [
          { type: 'heading', text: words(`review.decisions.${kind}`) },
          own.length === 0
            ? { type: 'text', text: words('report.none') }
            : {
                type: 'table',
                header: ['decision', 'owner', 'due'].map(key => words(`column.${key}`)),
                widths: [6, 3, 2],
                rows: own.map(({ text, owner, dueOn }) => [
                  text,
                  owner === undefined ? '' : person(owner),
                  dueOn === undefined ? '' : date(dueOn),
                ]),
              },
        ]
      }),
      { type: 'heading', text: words('review.text.conclusion') },
      ...paragraphs(review.texts.conclusion ?? ''),
    ],
    signers: [
      {
        title: [words('signer.secretary').toUpperCase()],
        name: '',
        note: words('signNote'),
        picture: undefined,
      },
      {
        title: [words('signer.chair').toUpperCase()],
        name: review.confirmedBy === undefined ? '' : person(review.confirmedBy),
        note: words('signNote'),
        picture: undefined,
      },
    ],
    recipients: listRecipients(undefined, words('recipientsUsual')),
    marks: [],
    photos: [],
  }
}

/** The declaration of conformity with its scope (annex of QĐ 19/2014/QĐ-TTg). */
export function declarationPaper(
  given: Given & { readonly declaration: Declaration; readonly replaced: Declaration | undefined },
): Paper {
  const { declaration, replaced, frame, names } = given
  const { words, person, date } = names
  const { signed, texts, days, standard, files } = declaration
  const picture = signed && files.signature[signed.signature]
  return {
    ...frame,
    fileName: words('declaration.file', { day: days.effectiveOn ?? '' }),
    number: words('number', { symbol: 'CB-UBND' }),
    kind: words('declaration.kind'),
    subject: words('declaration.subject', { standard: words(`standard.${standard}`) }),
    blocks: [
      ...paragraphs(texts.bases ?? '').map(block => ({ ...block, look: 'italic' }) as PaperBlock),
      {
        type: 'text',
        text: words('declaration.says', {
          agency: frame.agency.replaceAll('\u00A0', ' '),
          standard: words(`standard.${standard}`),
        }),
      },
      {
        type: 'facts',
        rows: [
          [words('declaration.address'), texts.address ?? ''],
          [words('declaration.effective'), days.effectiveOn === undefined ? '' : date(days.effectiveOn)],
          ...(replaced
            ? [
                [
                  words('declaration.replaces'),
                  replaced.texts.number ?? date(replaced.days.effectiveOn ?? ''),
                ] as const,
              ]
            : []),
        ],
      },
    ],
    signers: [
      {
        title: frame.authority,
        name: signed ? person(signed.author) : '',
        note: words('sealNote'),
        picture: picture && isPhoto(picture) ? { sha256: signed.signature, ...sizeOf(picture) } : undefined,
      },
    ],
    recipients: listRecipients(texts.sentTo, words('declaration.recipients')),
    marks: [words('mark.signature')],
    photos: [],
    annexes: [
      {
        title: words('declaration.annex').toUpperCase(),
        subject: words('declaration.scope'),
        isUpright: true,
        blocks: [
          {
            type: 'table',
            header: ['order', 'procedure', 'field'].map(key => words(`column.${key}`)),
            widths: [1, 7, 4],
            rows: (signed?.procedures ?? []).map(({ title, area }, at) => [String(at + 1), title, area]),
          },
        ],
      },
    ],
  }
}
