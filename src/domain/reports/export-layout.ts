import { createSheetNames } from '../../lib/workbook/sheet-names.ts'
import type { CompiledForm } from '../forms/compile-form.ts'
import type { FormPlace } from '../forms/form-place.ts'
import { listQuestions } from '../forms/list-questions.ts'
import type { MetadataQuestion, Section } from '../forms/form-version.ts'
import { nameOfPlace, textIn } from './export-headers.ts'
import {
  asCodes,
  exportedFacts,
  type ExportedFact,
  type ExportOptions,
  type ExportWords,
} from './export-options.ts'
import { columnsOfQuestion } from './export-question-columns.ts'
import type { ExportColumn, ExportLink, ExportTable } from './export-table.ts'

/** What tells who filled a form, and on what; anonymous forms keep none of it. */
const telling: readonly MetadataQuestion['source'][] = ['username', 'deviceid', 'email', 'phonenumber']

/**
 * The tables of a form: responses, and one for each repeat. Versions are laid over each other: the columns of the
 * newest in its order, then what only older ones ask; options that only older ones offer stand with their question.
 * @param forms all versions, the newest first; at least one
 */
export function layOutExport(
  forms: readonly [CompiledForm, ...CompiledForm[]],
  options: ExportOptions,
  words: ExportWords | undefined,
): ExportTable {
  const [newest] = forms
  const { language } = options
  const nameOf = createSheetNames()
  const isAnonymous = forms.some(({ form }) => form.anonymous === true)
  const isKept = ({ question }: FormPlace): boolean =>
    !(isAnonymous && question?.type === 'metadata' && telling.includes(question.source))

  function layOut(repeat: FormPlace | undefined, around: readonly ExportColumn[]): ExportTable {
    const id = repeat?.id ?? ''
    const { form } = newest
    const wanted = repeat
      ? nameOfPlace(repeat, language, form)
      : language === asCodes
        ? form.id
        : textIn(form.title, language, form) || form.id
    const name = nameOf(wanted)
    const byQuestion = new Map<string, Map<string, ExportColumn>>()
    const repeats = new Map<string, FormPlace>()
    for (const compiled of forms) {
      for (const place of compiled.places.byId.values()) {
        if ((place.repeats.at(-1)?.id ?? '') !== id) continue
        if (place.isRepeat && !repeats.has(place.id)) repeats.set(place.id, place)
        if (!place.question || !isKept(place)) continue
        const columns = byQuestion.get(place.id) ?? new Map<string, ExportColumn>()
        byQuestion.set(place.id, columns)
        for (const column of columnsOfQuestion(place, options, compiled.form, words)) {
          const key = JSON.stringify(column.part)
          if (!columns.has(key)) columns.set(key, column)
        }
      }
    }
    const answers = [...byQuestion.values()].flatMap(columns => [...columns.values()])
    const columns = repeat ? [...answers, ...around] : [...around, ...answers]
    const below = [...repeats.values()].map(inner => layOut(inner, links(...linksOfRows)))
    return { repeat: id, name, columns, below }
  }
  return layOut(undefined, [...factColumns(forms, isAnonymous, options, words), ...links('_id', '_index')])
}

const linksOfRows = ['_index', '_parent_index', '_parent_table_name', '_submission__id'] as const

const links = (...all: readonly ExportLink[]): readonly ExportColumn[] =>
  all.map(link => ({ header: link, part: { kind: 'link', link } }))

function factColumns(
  forms: readonly CompiledForm[],
  isAnonymous: boolean,
  { language }: ExportOptions,
  words: ExportWords | undefined,
): readonly ExportColumn[] {
  const hasScore = forms.some(({ form }) => form.scoring !== undefined)
  const isTold = (fact: ExportedFact): boolean =>
    !(isAnonymous && fact === '_sent_by') && (hasScore || !fact.startsWith('_score'))
  const facts = exportedFacts
    .filter(isTold)
    .map((fact): ExportColumn => ({ header: words?.facts[fact] ?? fact, part: { kind: 'fact', fact } }))
  const sections = new Map<string, ExportColumn>()
  for (const { form } of forms)
    for (const section of form.scoring ? form.sections.filter(isScored) : []) {
      if (sections.has(section.id)) continue
      const title = (language === asCodes ? '' : textIn(section.title, language, form)) || section.id
      const header = `${words?.facts['_score'] ?? '_score'}/${title}`
      sections.set(section.id, { header, part: { kind: 'sectionScore', section: section.id } })
    }
  return [...facts, ...sections.values()]
}

const isScored = ({ items }: Section): boolean => listQuestions(items).some(({ weight }) => weight)
