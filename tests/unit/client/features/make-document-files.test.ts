import { expect, test } from 'vitest'
import { makeDocumentFiles } from '../../../../src/client/features/documents/make-document-files.ts'

/** A file that counts how often its bytes are asked for. */
function aFile(
  name: string,
  type: string,
  size: number,
  begin = name.endsWith('.pdf') ? '%PDF-1.7' : 'PK\u0003\u0004',
) {
  let reads = 0
  const file = {
    name,
    type,
    size,
    arrayBuffer: async () => {
      reads++
      return new TextEncoder().encode(begin).buffer
    },
  } as unknown as File
  return { file, reads: () => reads }
}

test('a document of 200 MB is refused by name, and not a byte of it is read', async () => {
  const huge = aFile('so-tay.pdf', 'application/pdf', 200 * 1024 * 1024)
  expect(await makeDocumentFiles([huge.file])).toEqual({
    ok: false,
    error: { type: 'fileTooLarge', name: 'so-tay.pdf' },
  })
  expect(huge.reads()).toBe(0)
})

test.each([
  ['virus.exe', 'application/x-msdownload', 9, 'notTaken'],
  ['hop.mp3', 'audio/mpeg', 9, 'notTaken'],
  ['trong.pdf', 'application/pdf', 0, 'fileEmpty'],
])('one bad file among good ones (%s) keeps all of them out', async (name, type, size, problem) => {
  const good = aFile('tot.pdf', 'application/pdf', 8)
  const made = await makeDocumentFiles([good.file, aFile(name, type, size).file])
  expect(made).toEqual({ ok: false, error: { type: problem, name } })
})

test.each(['gia.pdf', 'gia.docx', 'gia.xlsx'])(
  'what only calls itself a document (%s) is refused before it is kept: the server would never take it',
  async name => {
    const made = await makeDocumentFiles([aFile(name, '', 8, 'Kính gửi').file])
    expect(made).toEqual({ ok: false, error: { type: 'notTaken', name } })
  },
)

test('good ones are made together, in their order', async () => {
  const made = await makeDocumentFiles([
    aFile('a.pdf', 'application/pdf', 8).file,
    aFile('b.docx', '', 8).file,
  ])
  expect(made.ok && made.value.map(({ attachment: { name } }) => name)).toEqual(['a.pdf', 'b.docx'])
})
