import { sha256OfText } from '../../lib/sha256-of-text.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import type { FormProblem } from '../forms/form-problem.ts'
import type { FormItem, FormVersion, LocalText } from '../forms/form-version.ts'
import { isChoice } from '../forms/is-choice.ts'
import { parseFormVersion } from '../forms/parse-form-version.ts'
import { isSha256 } from '../responses/photo.ts'
import type { FormName } from '../responses/response.ts'

export const publishedFormFields = { head: 'head', part: (at: number) => `part/${at}` } as const

/** `form.<id>@<version>` */
export const publishedFormThing = ({ id, version }: FormName): string => `form.${id}@${version}`

/** What is known of a published form without putting its parts together. */
export interface PublishedHead {
  readonly id: string
  readonly version: string
  readonly title: LocalText
  /** `part/0` … `part/<parts - 1>`. */
  readonly parts: number
  /** Of the JSON text, in UTF-16 units. */
  readonly length: number
  /** Of the JSON text's UTF-8, hexadecimal. */
  readonly sha256: string
  /** SHA-256 of the form's pictures; who reads the feed may have them. */
  readonly files?: readonly string[]
}

/** Why the fields of a published form are no form. */
export type PublishedFormProblem =
  | { readonly type: 'headMissing' | 'partMissing' | 'damaged' | 'otherName' }
  | { readonly type: 'notAForm'; readonly problems: readonly FormProblem[] }

export interface FormField {
  readonly field: string
  readonly value: JsonValue
}

/** UTF-16 units of a part, and bytes of its JSON, of which tablets save 64 Ki in a value. */
const most = { units: 40_000, jsonBytes: 60_000 } as const
/** Two million characters; the longest built-in form has 7 parts. */
export const mostParts = 50
/** Pictures of a form: a tablet fetches all of them ahead. */
export const mostMedia = 150
/** Ids and versions travel in the thing's name, which may have 200 characters. */
const longestVersion = 60

/** The fields of a form version, `head` last: whoever has it has the parts. */
export function formToFields(form: FormVersion): readonly FormField[] {
  const text = JSON.stringify(withoutFilledOptions(form))
  const parts = cut(text)
  const files = [...new Set(Object.values(form.media ?? {}))]
  const head: PublishedHead = {
    id: form.id,
    version: form.version,
    title: form.title,
    parts: parts.length,
    length: text.length,
    sha256: sha256OfText(text),
    ...(files.length > 0 ? { files } : {}),
  }
  return [
    ...parts.map((value, at) => ({ field: publishedFormFields.part(at), value })),
    { field: publishedFormFields.head, value: { ...head } },
  ]
}

/** The form version that the fields of one thing make, or why they make none. Does not compile it. */
export function fieldsToForm(fields: Iterable<FormField>): Result<FormVersion, PublishedFormProblem> {
  const values = new Map([...fields].map(({ field, value }) => [field, value]))
  const head = readPublishedHead(values.get(publishedFormFields.head) ?? null)
  if (!head) return err({ type: 'headMissing' })
  let text = ''
  for (let at = 0; at < head.parts; at++) {
    const part = values.get(publishedFormFields.part(at))
    if (typeof part !== 'string') return err({ type: 'partMissing' })
    text += part
  }
  if (text.length !== head.length || sha256OfText(text) !== head.sha256) return err({ type: 'damaged' })
  const json = parseJson(text)
  if (!json.ok) return err({ type: 'damaged' })
  const form = parseFormVersion(json.value)
  if (!form.ok) return err({ type: 'notAForm', problems: form.error })
  const isNamed = form.value.id === head.id && form.value.version === head.version
  return isNamed ? form : err({ type: 'otherName' })
}

/** Reads a `head` field; undefined when it is none. */
export function readPublishedHead(value: JsonValue): PublishedHead | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { id, version, title, parts, length, sha256: hash, files } = value as Record<string, JsonValue>
  if (typeof id !== 'string' || !isPublishableVersion(version) || typeof hash !== 'string') return undefined
  if (typeof length !== 'number' || typeof parts !== 'number') return undefined
  if (!Number.isInteger(parts) || parts < 1 || parts > mostParts) return undefined
  if (typeof title !== 'object' || title === null || Array.isArray(title)) return undefined
  if (!Object.values(title).every(text => typeof text === 'string')) return undefined
  const head = { id, version, title: title as LocalText, parts, length, sha256: hash }
  if (files === undefined) return head
  return Array.isArray(files) && files.length <= mostMedia && files.every(isSha256)
    ? { ...head, files }
    : undefined
}

/** A version that fits into the thing's name: 1 – 60 characters, no spaces. */
export const isPublishableVersion = (version: JsonValue | undefined): version is string =>
  typeof version === 'string' && version.length <= longestVersion && /^[^\s\p{C}]+$/u.test(version)

/** The number of a `part/<n>` field; undefined for any other field. */
export function partOf(field: string): number | undefined {
  const [, digits] = /^part\/(0|[1-9]\d?)$/u.exec(field) ?? []
  return digits === undefined || Number(digits) >= mostParts ? undefined : Number(digits)
}

/** Whether a value can be a part. */
export const isFormPart = (value: JsonValue): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= most.units

/** A question that names a list has that list's options; they are stored once. */
function withoutFilledOptions(form: FormVersion): unknown {
  const strip = (item: FormItem): unknown => {
    if ('items' in item) return { ...item, items: item.items.map(strip) }
    if (!isChoice(item) || item.list === undefined) return item
    const { options: _filled, ...rest } = item
    return rest
  }
  return {
    ...form,
    sections: form.sections.map(section => ({ ...section, items: section.items.map(strip) })),
  }
}

/** Cuts between characters, so that each part is a text of its own on every database. */
function cut(text: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  let json = 2
  for (const character of text) {
    const cost = character === '"' || character === '\\' ? 2 : utf8Length(character)
    if (part.length + character.length > most.units || json + cost > most.jsonBytes) {
      parts.push(part)
      part = ''
      json = 2
    }
    part += character
    json += cost
  }
  return [...parts, part]
}

const utf8Length = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

function parseJson(text: string): Result<unknown, 'notJson'> {
  try {
    return ok(JSON.parse(text) as unknown)
  } catch {
    return err('notJson')
  }
}
