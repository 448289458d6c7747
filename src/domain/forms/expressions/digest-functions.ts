import { fromBase64, toBase64 } from './base64.ts'
import { toText } from './coerce.ts'
import { md5, sha1, sha256 } from '../../../lib/digest.ts'
import type { FunctionTable } from './function-rule.ts'
import { fail, spend } from './run.ts'
import { fromUtf8, toUtf8 } from '../../../lib/utf8.ts'

const algorithms = new Map([
  ['MD5', md5],
  ['SHA-1', sha1],
  ['SHA-256', sha256],
])

const findAlgorithm = (name: string) => algorithms.get(name.trim().toUpperCase())

export const isDigestSupported = (algorithm: string): boolean => findAlgorithm(algorithm) !== undefined

/** Functions that encode texts. SHA-384 and SHA-512, which ODK has too, are left out. */
export const digestFunctions: FunctionTable = {
  /** `digest(text, 'SHA-256', 'hex')`; base64 when the third is left out. */
  digest: {
    min: 2,
    max: 3,
    call: ([text = '', algorithm = '', encoding = 'base64'], run) => {
      const compute = findAlgorithm(toText(algorithm))
      const written = toText(encoding).trim().toLowerCase()
      if (!compute || !(written === 'base64' || written === 'hex')) return fail(run, 'unsupportedDigest')
      const bytes = toUtf8(toText(text))
      if (!spend(run, bytes.length)) return ''
      const hash = compute(bytes)
      return written === 'hex'
        ? hash.map(byte => byte.toString(16).padStart(2, '0')).join('')
        : toBase64(hash)
    },
  },
  /** `''` for what is no base64, or no UTF-8 inside. */
  'base64-decode': {
    min: 1,
    max: 1,
    call: ([text = '']) => fromUtf8(fromBase64(toText(text)) ?? []) ?? '',
  },
}
