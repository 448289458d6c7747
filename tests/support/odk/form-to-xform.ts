import { layOutForm, type FormPlace, type FormPlaces } from '../../../src/domain/forms/form-place.ts'
import type { ChoiceQuestion, FormVersion, Question, Repeat } from '../../../src/domain/forms/form-version.ts'
import { pathOf, rewriteReferences } from './rewrite-references.ts'

const namespaces = [
  'xmlns="http://www.w3.org/2002/xforms"',
  'xmlns:h="http://www.w3.org/1999/xhtml"',
  'xmlns:jr="http://openrosa.org/javarosa"',
  'xmlns:odk="http://www.opendatakit.org/xforms"',
].join(' ')

/** A form as the XForms XML that pyxform writes, as far as the tests that compare engines need it. */
export function formToXform(form: FormVersion): string {
  const places = layOutForm(form)
  const writer = { places, counts: new Map<FormPlace, string>() }
  for (const place of places.byId.values()) if (countOf(place)) writer.counts.set(place, countPath(place))
  const children = places.root.children
  return [
    `<?xml version="1.0"?><h:html ${namespaces}><h:head><h:title>${form.id}</h:title>`,
    '<model odk:xforms-version="1.0.0">',
    `<instance><data id="${form.id}" version="${form.version}">`,
    ...children.map(child => writeInstance(writer, child)),
    '<meta><instanceID/></meta></data></instance>',
    ...[...places.byId.values()].map(writeList),
    ...[...places.byId.values()].map(place => writeBind(writer, place)),
    '<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>',
    ...[...places.byId.values()].map(place => writeDefault(writer, place, 'model')),
    '</model></h:head><h:body>',
    ...children.map(child => writeControl(writer, child)),
    '</h:body></h:html>',
  ].join('\n')
}

interface Writer {
  readonly places: FormPlaces
  /** Where the number of rows of a repeat stands. */
  readonly counts: ReadonlyMap<FormPlace, string>
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const countOf = ({ isRepeat, item }: FormPlace): string | undefined =>
  isRepeat ? (item as Repeat).count : undefined
const countName = (place: FormPlace): string => `${place.name}_count`
const countPath = (place: FormPlace): string =>
  `${place.parent ? pathOf(place.parent) : ''}/${countName(place)}`

const literal = /^(?:-?\d+(?:\.\d+)?|'[^']*')$/u
/** A default that is no expression stands in the instance itself. */
const fixedDefault = (place: FormPlace): string =>
  place.question?.default && literal.test(place.question.default)
    ? place.question.default.replaceAll("'", '')
    : ''

/** A repeat is a template and a first row; in that row the repeats have no template of their own. */
function writeInstance(writer: Writer, place: FormPlace, inRow = false): string {
  const { name, children, isRepeat } = place
  if (place.question) return `<${name}>${escape(fixedDefault(place))}</${name}>`
  const inside = (isInRow: boolean): string =>
    children.map(child => writeInstance(writer, child, isInRow)).join('')
  if (!isRepeat) return `<${name}>${inside(inRow)}</${name}>`
  const count = writer.counts.has(place) ? `<${countName(place)}/>` : ''
  const template = inRow ? '' : `<${name} jr:template="">${inside(false)}</${name}>`
  return `${count}${template}<${name}>${inside(true)}</${name}>`
}

const isChoice = (question: Question | undefined): question is ChoiceQuestion =>
  question !== undefined && 'options' in question

function writeList({ id, question }: FormPlace): string {
  if (!isChoice(question) || question.optionsFrom !== undefined) return ''
  const items = question.options.map(({ value, columns = {} }) => {
    const cells = { name: value, label: value.toUpperCase(), ...columns }
    return `<item>${Object.entries(cells)
      .map(([name, text]) => `<${name}>${escape(text)}</${name}>`)
      .join('')}</item>`
  })
  return `<instance id="${id}_list"><root>${items.join('')}</root></instance>`
}

const types: Partial<Record<Question['type'], string>> = { integer: 'int', decimal: 'decimal', date: 'date' }

function writeBind(writer: Writer, place: FormPlace): string {
  const { question } = place
  const attributes: string[] = [`nodeset="${pathOf(place)}"`]
  const add = (name: string, expression: string | undefined): void => {
    if (expression === undefined) return
    attributes.push(`${name}="${escape(rewriteReferences(expression, place, writer.places))}"`)
  }
  if (question) attributes.push(`type="${types[question.type] ?? 'string'}"`)
  add('relevant', place.item && 'relevance' in place.item ? place.item.relevance : undefined)
  if (question) {
    const { required } = question
    add('required', typeof required === 'string' ? required : required ? 'true()' : undefined)
    add('constraint', question.constraint?.expr)
    add('calculate', question.calculation)
  }
  const bind = attributes.length > 1 ? `<bind ${attributes.join(' ')}/>` : ''
  const count = countOf(place)
  if (count === undefined) return bind
  const number = escape(rewriteReferences(count, countPlace(place), writer.places))
  return `${bind}<bind nodeset="${countPath(place)}" type="string" readonly="true()" calculate="${number}"/>`
}

/** Beside the repeat. */
const countPlace = (place: FormPlace): FormPlace => ({ ...place, name: countName(place), isRepeat: false })

function writeDefault({ places }: Writer, place: FormPlace, where: 'model' | 'repeat'): string {
  const value = place.question?.default
  if (!value || literal.test(value)) return ''
  if (where === 'model' && place.repeats.length > 0) return ''
  const events = `odk-instance-first-load${where === 'repeat' ? ' odk-new-repeat' : ''}`
  const written = escape(rewriteReferences(value, place, places))
  return `<setvalue ref="${pathOf(place)}" event="${events}" value="${written}"/>`
}

function writeControl(writer: Writer, place: FormPlace): string {
  const { question } = place
  const path = pathOf(place)
  const label = `<label>${place.id}</label>`
  if (question) {
    if (question.type === 'calculate') return ''
    if (!isChoice(question)) return `<input ref="${path}">${label}</input>`
    const tag = question.type === 'select_multiple' ? 'select' : 'select1'
    const source = writer.places.byId.get(question.optionsFrom ?? '')
    if (source) return `<${tag} ref="${path}">${label}${writeAnswers(writer, source, question)}</${tag}>`
    const filter = question.choiceFilter
    const predicate = filter ? `[${rewriteReferences(filter, place, writer.places, true)}]` : ''
    const items = `instance('${place.id}_list')/root/item${predicate}`
    return `<${tag} ref="${path}">${label}<itemset nodeset="${escape(items)}"><value ref="name"/><label ref="label"/></itemset></${tag}>`
  }
  const inner = place.children.map(child => writeControl(writer, child)).join('')
  if (!place.isRepeat) return `<group ref="${path}">${label}${inner}</group>`
  const count = writer.counts.get(place)
  const jrCount = count ? ` jr:count="${countReference(writer, place, count)}" jr:noAddRemove="true()"` : ''
  const defaults = listQuestionsOf(place)
    .map(one => writeDefault(writer, one, 'repeat'))
    .join('')
  return `<group ref="${path}">${label}<repeat nodeset="${path}"${jrCount}>${inner}${defaults}</repeat></group>`
}

/** Answers given in rows, as pyxform lists them: without a filter those that are not empty. */
function writeAnswers({ places }: Writer, source: FormPlace, { choiceFilter }: ChoiceQuestion): string {
  const row = source.parent
  if (!row) throw new Error(`${source.id} stands in no row`)
  const filter = choiceFilter ? rewriteReferences(choiceFilter, row, places) : `./${source.name} != ''`
  const ref = `ref="${source.name}"`
  return `<itemset nodeset="${escape(`${pathOf(row)}[${filter}]`)}"><value ${ref}/><label ${ref}/></itemset>`
}

const countReference = (_: Writer, place: FormPlace, path: string): string =>
  place.repeats.length > 0 ? `../${countName(place)}` : path

/** Of this repeat, and of none within it. */
const listQuestionsOf = (place: FormPlace): readonly FormPlace[] =>
  place.children.flatMap(child => (child.question ? [child] : child.isRepeat ? [] : listQuestionsOf(child)))
