import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { projectRoot } from '../../support/children.ts'

const dist = resolve(projectRoot, process.env['ISOXA_DIST'] ?? 'dist')

export function readDist(path: string): Buffer {
  const file = join(dist, path)
  if (!existsSync(file)) throw new Error(`${file} is not there: run npm run build`)
  return readFileSync(file)
}

/** KB of 1,000 bytes at brotli's best, as the server sends; pictures and fonts are not compressed again. */
export function brotliKilobytes(paths: readonly string[]): number {
  const bytes = paths.reduce((sum, path) => sum + brotliSize(path), 0)
  return bytes / 1000
}

function brotliSize(path: string): number {
  const content = readDist(path)
  if (/\.(?:png|jpe?g|webp|woff2)$/u.test(path)) return content.length
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).length
}
