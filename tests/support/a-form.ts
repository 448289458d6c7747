import type { FormVersion, Question } from '../../src/domain/forms/form-version.ts'

const text = (words: string) => ({ vi: words, en: words })

/** A small checklist; `more` adds to it or puts other things in the place of its own. */
export const aForm = (more: Partial<FormVersion> = {}): FormVersion => ({
  schema: 'form/1',
  id: 'checklist',
  version: '1',
  kind: 'survey',
  title: text('Phiếu kiểm tra'),
  sections: [{ id: 's1', title: text('Phần 1'), items: [aQuestion('q1'), aQuestion('q2')] }],
  ...more,
})

export const aQuestion = (id: string, more: Partial<Question> = {}): Question =>
  ({ id, type: 'text', label: text(`Câu ${id}`), required: false, ...more }) as Question
