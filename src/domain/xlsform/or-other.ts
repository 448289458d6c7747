import type { Draft } from './draft.ts'

/** What `or_other` adds: a last option, and a question that asks which. Texts by pyxform in English. */
export const otherOption: Draft = { value: 'other', label: { vi: 'Khác', en: 'Other' } }
export const otherLabel = { vi: 'Ghi rõ mục khác.', en: 'Specify other.' }
