import { brotliKilobytes, readDist } from '../support/dist.ts'
import { figure, type Measure } from '../support/figure.ts'

/** Everything the service worker fetches at install, read from the list that the build wrote into it. */
export const measurePrecache: Measure = () => {
  const worker = readDist('sw.js').toString('utf8')
  const urls = [...worker.matchAll(/\burl:\s*["'`]([^"'`]+)["'`]|"url":\s*"([^"]+)"/gu)].map(match =>
    (match[1] ?? match[2] ?? '').replace(/^\//u, ''),
  )
  const files = [...new Set(urls)]
  if (!files.includes('index.html') || files.length < 5)
    throw new Error(`sw.js lists only ${files.join(', ')}`)
  return Promise.resolve([
    figure('precache, brotli', brotliKilobytes(files), 'KB', 1_500),
    figure('precache, files', files.length, 'files'),
  ])
}
