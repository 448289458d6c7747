import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { makeTempFolder } from './temp-folder.ts'

const folder = new URL('../fixtures/clients/', import.meta.url)
const fileOf = (name: string): URL => new URL(`${name}.bundle`, folder)

type Packed = Readonly<Record<string, string>>

/** Keeps a built app as one file, so that tablets which still run it can be tried with every later server (SY14). */
export function freezeClient(dist: string, name: string): number {
  const paths = globSync('**/*', { cwd: dist })
    .filter(path => statSync(join(dist, path)).isFile() && !/\.(?:br|gz)$/u.test(path))
    .toSorted()
  const packed: Packed = Object.fromEntries(
    paths.map(path => [path.replaceAll('\\', '/'), readFileSync(join(dist, path), 'latin1')]),
  )
  const text = Buffer.from(JSON.stringify(packed))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.byteLength,
  }
  const bundle = brotliCompressSync(text, { params })
  writeFileSync(fileOf(name), bundle)
  return bundle.byteLength
}

/** A frozen build, unpacked: a folder for `ISOXA_DIST`. */
export function thawClient(name: string): string {
  const dist = join(makeTempFolder('frozen'), name)
  const packed = JSON.parse(brotliDecompressSync(readFileSync(fileOf(name))).toString('utf8')) as Packed
  for (const [path, bytes] of Object.entries(packed)) {
    const file = join(dist, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes, 'latin1')
  }
  return dist
}
