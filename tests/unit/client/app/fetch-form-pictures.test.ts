import { expect, test } from 'vitest'
import { fetchFormPictures } from '../../../../src/client/app/fetch-form-pictures.ts'
import { formToFields } from '../../../../src/domain/qms/published-form.ts'
import type { Row } from '../../../../src/sync/replica/row.ts'
import { aForm } from '../../../support/a-form.ts'

const hash = (digit: string): string => digit.repeat(64)

function headOf(seq: number, digits: string): Row {
  const media = Object.fromEntries(digits.split('').map(digit => [`${digit}.png`, hash(digit)]))
  const [, head] = formToFields(aForm({ version: String(seq), media }))
  return { seq, value: head?.value ?? null } as Row
}

async function asked(heads: readonly Row[], here: string, reachable: string): Promise<string> {
  let order = ''
  await fetchFormPictures({
    store: {
      listRows: async (type, field) => (type === 'form' && field === 'head' ? heads : []),
      hasFile: async sha256 => here.includes(sha256.charAt(0)),
    },
    readFile: async sha256 => {
      order += sha256.charAt(0)
      return reachable.includes(sha256.charAt(0)) ? new Blob() : undefined
    },
  })
  return order
}

test('pictures of published forms are fetched ahead, the newest form’s first, each once and none that is here', async () => {
  expect(await asked([headOf(1, 'abc'), headOf(2, 'cd')], 'd', 'abcd')).toBe('cab')
})

test('one that its author has not sent yet keeps no other away, but without a network nothing is asked for long', async () => {
  expect(await asked([headOf(1, 'abcdef')], '', 'bcdef')).toBe('abcdef')
  expect(await asked([headOf(1, 'abcdef')], '', '')).toBe('abc')
})
