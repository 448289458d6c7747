import { expect, test } from 'vitest'
import { beginsLike } from '../../../../src/domain/responses/begins-like.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

test.each([
  ['audio/webm', '\u001aE\u00df\u00a3 …', true],
  ['audio/ogg', 'OggS', true],
  ['audio/mp4', '\0\0\0 ftypM4A ', true],
  ['audio/mpeg', 'ID3\u0004', true],
  ['audio/mpeg', '\u00ff\u00fb\u0090d', true],
  ['audio/mpeg', '\u00ff\u00d8\u00ff', false],
  ['audio/mpeg', '<script>', false],
  ['audio/wav', 'RIFF\0\0\0\0WAVEfmt ', true],
  ['audio/wav', 'RIFF\0\0\0\0AVI LIST', false],
  ['application/pdf', '%PDF-1.7', true],
  ['application/pdf', ' %PDF-1.7', false],
  [docx, 'PK\u0003\u0004', true],
  [docx, 'Kính gửi', false],
  ['image/jpeg', 'Kính gửi', false],
  ['audio/webm', '', false],
] as const)('%s begins like %j: %s', (type, start, expected) => {
  expect(beginsLike(type, bytes(start))).toBe(expected)
})
