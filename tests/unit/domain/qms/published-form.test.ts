import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import checklist from '../../../../src/content/forms/audit-checklist-2008.json' with { type: 'json' }
import { parseFormVersion } from '../../../../src/domain/forms/parse-form-version.ts'
import {
  fieldsToForm,
  formToFields,
  isFormPart,
  partOf,
  readPublishedHead,
  type FormField,
} from '../../../../src/domain/qms/published-form.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { aForm, aQuestion } from '../../../support/a-form.ts'

const change = (
  fields: readonly FormField[],
  field: string,
  value: FormField['value'],
): readonly FormField[] => fields.map(one => (one.field === field ? { field, value } : one))

const textOf = (field: FormField | undefined): string => (typeof field?.value === 'string' ? field.value : '')

describe('a form version cut into fields', () => {
  test('is the same form again, whatever the order of the fields', () => {
    const form = parseFormVersion(checklist)
    if (!form.ok) throw new Error('the checklist is broken')
    const fields = formToFields(form.value)
    expect(fields.length).toBeGreaterThan(3)
    expect(fields.at(-1)?.field).toBe('head')
    expect(fieldsToForm(fields.toReversed())).toEqual(form)
    expect(fields.every(({ value }) => Buffer.byteLength(JSON.stringify(value)) <= 64 * 1024)).toBe(true)
    expect(fields.every(({ field, value }) => field === 'head' || isFormPart(value))).toBe(true)
  })

  test('names its pictures in the head, each once, and no head names what is no hash', () => {
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)]
    const fields = formToFields(aForm({ media: { '1.png': a, '2.png': b, '3.png': a } }))
    const head = fields.at(-1)?.value
    expect(head).toMatchObject({ files: [a, b] })
    expect(readPublishedHead(head ?? null)).toEqual(head)
    expect(formToFields(aForm()).at(-1)?.value).not.toHaveProperty('files')
    const others = [['x'], 'x', Array.from({ length: 151 }, () => a)]
    for (const files of others)
      expect(readPublishedHead({ ...(head as Record<string, JsonValue>), files })).toBeUndefined()
  })

  test('has the options of a list once', () => {
    const options = [{ value: 'yes', label: { vi: 'Có', en: 'Yes' } }]
    const ask = (id: string) => aQuestion(id, { type: 'select_one', list: 'yn', options })
    const form = aForm({
      choiceLists: { yn: options },
      sections: [{ id: 's1', title: { vi: 'x', en: 'x' }, items: [ask('q1'), ask('q2')] }],
    })
    const fields = formToFields(form)
    expect(textOf(fields[0]).split('"Có"')).toHaveLength(2)
    expect(fieldsToForm(fields)).toEqual({ ok: true, value: form })
  })

  test('says by SHA-256 what its text is', () => {
    const fields = formToFields(aForm({ title: { vi: 'Phiếu 😀', en: 'Form' } }))
    const hash = createHash('sha256').update(textOf(fields[0])).digest('hex')
    expect(readPublishedHead(fields.at(-1)?.value ?? null)).toMatchObject({ sha256: hash, parts: 1 })
  })

  test('is no form when something is missing, changed or called otherwise', () => {
    const fields = formToFields(aForm())
    const [part] = fields
    const head = fields.at(-1)
    if (!part || !head) throw new Error('no fields')
    expect(fieldsToForm([part])).toEqual({ ok: false, error: { type: 'headMissing' } })
    expect(fieldsToForm([head])).toEqual({ ok: false, error: { type: 'partMissing' } })
    const damaged = { ok: false, error: { type: 'damaged' } }
    expect(fieldsToForm(change(fields, 'part/0', `${textOf(part)} `))).toEqual(damaged)
    expect(fieldsToForm(change(fields, 'part/0', textOf(part).replace('Câu', 'câu')))).toEqual(damaged)
    const renamed = { ...(head.value as object), version: '2' }
    expect(fieldsToForm(change(fields, 'head', renamed))).toEqual({ ok: false, error: { type: 'otherName' } })
    const broken = fieldsToForm(formToFields(aForm({ kind: '' })))
    expect(broken).toMatchObject({ ok: false, error: { type: 'notAForm' } })
  })

  test('has parts with plain numbers and a version that fits into a name', () => {
    expect(['part/0', 'part/49', 'part/00', 'part/50', 'part/-1', 'part/', 'head'].map(partOf)).toEqual([
      0,
      49,
      ...Array.from({ length: 5 }, () => undefined),
    ])
    const head = formToFields(aForm()).at(-1)?.value as object
    for (const version of ['', ' ', 'a b', 'x'.repeat(61), 3, null])
      expect(readPublishedHead({ ...head, version })).toBeUndefined()
  })
})
