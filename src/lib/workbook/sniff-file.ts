import { strToU8 } from 'fflate'

export type FileKind = 'zip' | 'legacyXls' | 'encrypted' | 'ods' | 'csv' | 'other'

const ascii = (text: string): readonly number[] => Array.from(strToU8(text))
const utf16 = (text: string): readonly number[] => ascii(text).flatMap(byte => [byte, 0])

const ole = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b, 0x03, 0x04]
const encryptedPackage = utf16('EncryptedPackage')
const odsType = ascii('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')

/** What a file is by its bytes. An encrypted workbook is an OLE file with the zip inside (MS-OFFCRYPTO 2.3.4). */
export function sniffFile(bytes: Uint8Array): FileKind {
  if (isAt(bytes, 0, ole)) return contains(bytes, encryptedPackage) ? 'encrypted' : 'legacyXls'
  if (isAt(bytes, 0, zip)) return isAt(bytes, 30, odsType) ? 'ods' : 'zip'
  return isTable(bytes.subarray(0, 4096)) ? 'csv' : 'other'
}

const isAt = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[at + index] === byte)

function contains(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] as number
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (isAt(bytes, at, wanted)) return true
  return false
}

/** Text without control characters that has a separator in its first line. */
function isTable(head: Uint8Array): boolean {
  if (head.some(byte => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false
  const lineEnd = head.findIndex(byte => byte === 10 || byte === 13)
  const line = lineEnd === -1 ? head : head.subarray(0, lineEnd)
  return ascii(',;\t').some(separator => line.includes(separator))
}
