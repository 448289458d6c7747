import react from '@vitejs/plugin-react'
import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string
}
const buildId = process.env['ISOXA_BUILD'] ?? version

interface Graph {
  readonly getModuleInfo: (id: string) => {
    readonly isEntry: boolean
    readonly importers: readonly string[]
    readonly dynamicImporters: readonly string[]
  } | null
}

/** What is asked for as a whole: the entry, and each module that is imported when it is wanted. */
function listWanted(id: string, graph: Graph): ReadonlySet<string> {
  const wanted = new Set<string>()
  const seen = new Set([id])
  for (const at of seen) {
    const info = graph.getModuleInfo(at)
    if (info?.isEntry) wanted.add('start')
    if (info && info.dynamicImporters.length > 0) wanted.add(at)
    for (const importer of info?.importers ?? []) seen.add(importer)
  }
  return wanted
}

const screens = /-page\.tsx$/u
const firstScreens = ['features/work/work-page.tsx', 'features/responses/fill-page.tsx']

/**
 * Each chunk that a screen needs costs a slow tablet some 8 ms before its first byte, however small it is: forty of them
 * were a sixth of a start without a network. So what the sign-in needs is two chunks (an update of the app leaves the
 * libraries on the tablet as they are), what "my work" or a form needs beyond them is a third, and what several other
 * screens share a fourth. What is heavy (papers, tables, built-in forms) is no part of a screen and stays by itself.
 */
function chunkOf(id: string, graph: Graph): string | null {
  const wanted = listWanted(id, graph)
  const isLibrary = id.includes('/node_modules/')
  if (wanted.has('start')) return isLibrary ? 'libraries' : 'start'
  const named = [...wanted]
  if (named.some(one => firstScreens.some(screen => one.endsWith(screen)))) return 'work'
  return named.filter(one => screens.test(one)).length > 2 ? 'screens' : null
}

export default defineConfig({
  root: 'src/client',
  publicDir: '../../public',
  cacheDir: '../../node_modules/.vite',
  define: { __BUILD__: JSON.stringify(buildId) },
  build: {
    outDir: process.env['ISOXA_DIST'] ?? '../../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: chunkOf }], includeDependenciesRecursively: false } },
    },
  },
  server: { proxy: { '/api': `http://localhost:${process.env['PORT'] ?? '8080'}` } },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'service-worker',
      filename: 'sw.ts',
      injectRegister: false,
      registerType: 'prompt',
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
        maximumFileSizeToCacheInBytes: 3_000_000,
      },
      manifest: {
        name: 'ISO Xã – Quản lý chất lượng cấp xã',
        short_name: 'ISO Xã',
        description: 'Xây dựng, áp dụng và công bố HTQLCL theo TCVN ISO 9001 tại UBND cấp xã',
        lang: 'vi',
        id: '/',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#0f5f5c',
        categories: ['government', 'productivity'],
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
})
