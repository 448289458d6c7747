import type { LocalText } from '../../forms/form-version.ts'
import { readinessOf, type GateResult, type Why } from '../../qms/judge-gates.ts'
import type { Paper } from './paper.ts'
import type { PaperFrame } from './paper-frame.ts'
import type { PaperNames } from './paper-words.ts'

interface Given {
  readonly gates: readonly GateResult[]
  readonly text: (text: LocalText) => string
  readonly why: (why: Why) => string
  readonly frame: PaperFrame
  readonly names: PaperNames
}

/** The checklist of what has to be so before conformity is declared, each condition with its reason. */
export function readinessPaper({ gates, text, why, frame, names }: Given): Paper {
  const { words, person } = names
  const must = gates.filter(({ gate }) => gate.isMust)
  const isMet = ({ value }: GateResult): boolean => value === 'met' || value === 'na'
  const sections = [...Map.groupBy(gates, ({ gate }) => text(gate.section))]
  const reason = ({ computed, judged, isOverridden, gate }: GateResult): string => {
    const said = judged && (computed === undefined || isOverridden) ? judged : undefined
    return [
      computed ? why(computed.why) : words(`readiness.proof.${gate.proof}`),
      said?.reason,
      said && words('readiness.by', { name: person(said.author) }),
    ]
      .filter(Boolean)
      .join('\n')
  }
  return {
    ...frame,
    fileName: words('readiness.file'),
    number: '',
    kind: words('readiness.kind'),
    subject: words('readiness.subject'),
    blocks: [
      {
        type: 'facts',
        rows: [
          [words('readiness.result'), words(`readiness.state.${readinessOf(gates)}`)],
          [
            words('readiness.must'),
            words('readiness.count', { met: must.filter(isMet).length, all: must.length }),
          ],
        ],
      },
      ...sections.flatMap(([title, own]) => [
        { type: 'heading' as const, text: title },
        {
          type: 'table' as const,
          header: ['order', 'condition', 'basis', 'result'].map(key => words(`column.${key}`)),
          widths: [1, 6, 6, 2],
          rows: own.map(one => [
            String(gates.indexOf(one) + 1),
            `${text(one.gate.label)}${one.gate.isMust ? '' : ` (${words('readiness.should')})`}`,
            reason(one),
            words(`readiness.value.${one.value}`),
          ]),
        },
      ]),
    ],
    signers: (['prepared', 'reviewed'] as const).map(role => ({
      title: [words(`signer.${role}`).toUpperCase()],
      name: '',
      note: words('signNote'),
      picture: undefined,
    })),
    recipients: [],
    marks: [],
    photos: [],
  }
}
