import { posix } from 'node:path'
import { brotliKilobytes, readDist } from '../support/dist.ts'
import { figure, type Measure } from '../support/figure.ts'

/** The JavaScript the browser must have before the first screen: what index.html names, and all it imports statically. */
export const measureFirstLoad: Measure = () => {
  const html = readDist('index.html').toString('utf8')
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/([^"]+\.js)"/gu)].map(
    match => match[1] ?? '',
  )
  if (named.length === 0) throw new Error('index.html names no script')
  const needed = new Set(named)
  for (const path of needed) for (const imported of importsOf(path)) needed.add(imported)
  const scripts = [...needed]
  return Promise.resolve([
    figure('first-load JavaScript, brotli', brotliKilobytes(scripts), 'KB', 180),
    figure('first-load JavaScript, files', scripts.length, 'files'),
  ])
}

/** Static imports of a built chunk; `import(` is not one. */
function importsOf(path: string): readonly string[] {
  const code = readDist(path).toString('utf8')
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/gu)].map(match =>
    posix.join(posix.dirname(path), match[1] ?? ''),
  )
}
