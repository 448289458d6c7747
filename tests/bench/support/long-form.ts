import type { FormItem, FormVersion, Question } from '../../../src/domain/forms/form-version.ts'

const text = (words: string) => ({ vi: words, en: words })
const option = (value: string, words: string) => ({ value, label: text(words) })
const yesOrNo = [option('yes', 'Có'), option('no', 'Không')]
const grades = [
  option('bad', 'Kém'),
  option('fair', 'Trung bình'),
  option('good', 'Tốt'),
  option('best', 'Rất tốt'),
]

const base = (id: string, words: string) => ({ id, label: text(words), required: false })

/** The types that forms of offices mostly ask for, in turn. */
function ask(at: number): Question {
  const id = `q${at}`
  const common = { ...base(id, `Câu ${at + 1}: việc tiếp nhận và giải quyết hồ sơ được theo dõi thế nào?`) }
  switch (at % 6) {
    case 0:
      return { ...common, type: 'text' }
    case 1:
      return { ...common, type: 'select_one', options: yesOrNo, required: true }
    case 2:
      return { ...common, type: 'integer', min: 0, hint: text('Số hồ sơ trong quý.') }
    case 3:
      return { ...common, type: 'select_one', options: grades }
    case 4:
      return { ...common, type: 'select_multiple', options: grades }
    default:
      return { ...common, type: 'date' }
  }
}

const form = (id: string, title: string, sections: readonly (readonly FormItem[])[]): FormVersion => ({
  schema: 'form/1',
  id,
  version: '1',
  kind: 'survey',
  title: text(title),
  filledByRoles: ['communeOfficial'],
  sections: sections.map((items, at) => ({ id: `s${at}`, title: text(`Phần ${at + 1}`), items })),
})

/** So many questions, spread evenly over the sections. */
export function aLongForm(questions: number, sections: number): FormVersion {
  const all = Array.from({ length: questions }, (_, at) => ask(at))
  const each = Math.ceil(questions / sections)
  const cut = Array.from({ length: sections }, (_, at) => all.slice(at * each, (at + 1) * each))
  return form(`long_${questions}_${sections}`, `Phiếu ${questions} câu, ${sections} phần`, cut)
}

/** The question that is tapped, and the one that this opens. */
export const driver = 'driver'
export const driven = 'driven'

/**
 * 600 questions; a tap on the first opens the second, runs 60 calculations, each of which reads the one before, and
 * opens or closes 99 more questions that read them.
 */
export function aBusyForm(): FormVersion {
  const calculations = Array.from({ length: 60 }, (_, at): Question => {
    const before = at === 0 ? '0' : `\${c${at - 1}}`
    return {
      ...base(`c${at}`, ''),
      type: 'calculate',
      calculation: `${before} + if(\${${driver}} = 'no', 1, 0)`,
    }
  })
  const asked = Array.from({ length: 538 }, (_, at): Question => {
    const question = ask(at)
    // Each fifth, over all sections.
    return at % 5 === 4 && at < 495 ? { ...question, relevance: `\${c${at % 60}} > 0` } : question
  })
  const first: FormItem[] = [
    { ...base(driver, 'Có hệ thống quản lý chất lượng không?'), type: 'select_one', options: yesOrNo },
    { ...base(driven, 'Vì sao không?'), type: 'text', relevance: `\${${driver}} = 'no'` },
    ...calculations,
  ]
  const all = [...first, ...asked]
  return form('busy', 'Phiếu nhiều điều kiện', [all.slice(0, 120), all.slice(120, 360), all.slice(360)])
}

/** A repeat of 12 questions a row, with a sum over all rows. */
export function aRowsForm(): FormVersion {
  const items = Array.from({ length: 12 }, (_, at) => ask(at))
  return form('rows', 'Phiếu nhiều dòng', [
    [
      { type: 'repeat', id: 'person', label: text('Người dự'), items },
      { ...base('sum', 'Tổng số hồ sơ'), type: 'calculate', calculation: 'sum(${q2})' },
    ],
  ])
}
