import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldsToForm, formToFields, isFormPart } from '../../src/domain/qms/published-form.ts'
import { aForm, aQuestion } from '../support/a-form.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** Long runs of what costs most: quotes, backslashes, controls, pairs and halves of pairs. */
const words = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('"', '\\', '\u0001', '😀', '\ud83d', 'ế', 'a'), maxLength: 40 }),
    fc.nat(480),
  )
  .map(([text, times]) => text.repeat(times).slice(0, 19_000))

test(`whatever a form's texts are, it comes back whole from values the wire takes (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), texts => {
      const form = aForm({
        sections: [
          {
            id: 's1',
            title: { vi: 'x', en: 'x' },
            items: texts.map((vi, at) => aQuestion(`q${at}`, { label: { vi, en: 'x' } })),
          },
        ],
      })
      const fields = formToFields(form)
      for (const { field, value } of fields) {
        expect(Buffer.byteLength(JSON.stringify(value))).toBeLessThanOrEqual(64 * 1024)
        expect(field === 'head' || (isFormPart(value) && (value as string).isWellFormed())).toBe(true)
      }
      expect(fieldsToForm(fields)).toEqual({ ok: true, value: form })
    }),
    { seed, numRuns: 40 },
  )
})
