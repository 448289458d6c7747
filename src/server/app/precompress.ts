import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { promisify } from 'node:util'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const dist = resolve(process.env['ISOXA_DIST'] ?? 'dist')
const compressible = /\.(js|css|html|svg|json|webmanifest)$/u

/** Lays a .br and a .gz beside every text of the build, once, so that the server never compresses at request time. */
const entries = await readdir(dist, { recursive: true, withFileTypes: true })
for (const entry of entries) {
  if (!entry.isFile() || !compressible.test(entry.name)) continue
  const path = join(entry.parentPath, entry.name)
  const bytes = await readFile(path)
  const [br, gz] = await Promise.all([
    brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    zip(bytes, { level: 9 }),
  ])
  await writeFile(`${path}.br`, br)
  await writeFile(`${path}.gz`, gz)
}
