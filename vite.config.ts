import react from '@vitejs/plugin-react'
import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string
}
const buildId = process.env['ISOXA_BUILD'] ?? version

interface Graph {
  readonly getModuleInfo: (
    id: string,
  ) => { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

const isOfStart = new Map<string, boolean>()

/** Whether the first screen needs a module. */
function beginsWith(id: string, graph: Graph): boolean {
  const known = isOfStart.get(id)
  if (known !== undefined) return known
  isOfStart.set(id, false)
  const info = graph.getModuleInfo(id)
  const is = info !== null && (info.isEntry || info.importers.some(importer => beginsWith(importer, graph)))
  isOfStart.set(id, is)
  return is
}

/**
 * What the first screen needs is two chunks: in twenty small ones it is some kilobytes more. An update of the app leaves
 * the libraries on the tablet as they are.
 */
function chunkOfStart(id: string, graph: Graph): string | null {
  if (!beginsWith(id, graph)) return null
  return id.includes('/node_modules/') ? 'libraries' : 'start'
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
      output: { codeSplitting: { groups: [{ name: chunkOfStart }], includeDependenciesRecursively: false } },
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
