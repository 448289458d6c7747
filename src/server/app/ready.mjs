// Runs on any Node from 18 on: brings in what the rest needs (packages and with them Node 24; with --build the app).
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const inRoot = (...names) => join(root, ...names)
const bin = inRoot('node_modules', '.bin')
const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }

function run(command, args, words) {
  // On the error stream: what the command itself prints may be JSON that another program reads.
  console.error(words)
  const { status } = spawnSync(command, args, {
    cwd: root,
    env: environment,
    stdio: ['inherit', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(`${words} failed: ${[command, ...args].join(' ')}`)
    process.exit(status ?? 1)
  }
}

function hashOf(paths) {
  const hash = createHash('sha256')
  const add = path => {
    hash.update(path.slice(root.length))
    hash.update(readFileSync(path))
  }
  const walk = path => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const child = join(path, entry.name)
      if (entry.isDirectory()) walk(child)
      else add(child)
    }
  }
  for (const path of paths) {
    if (!existsSync(path)) continue
    if (path.endsWith('.json') || path.endsWith('.ts') || path.endsWith('.mjs')) add(path)
    else walk(path)
  }
  return hash.digest('hex')
}

const isStamped = (path, value) => existsSync(path) && readFileSync(path, 'utf8') === value

const lock = hashOf([inRoot('package-lock.json')])
const installed = inRoot('node_modules', '.iso-xa-installed')
if (!isStamped(installed, lock)) {
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'Installing packages …')
  writeFileSync(installed, lock)
}

if (process.argv.includes('--build')) {
  const sources = hashOf([
    inRoot('package-lock.json'),
    inRoot('vite.config.ts'),
    inRoot('src', 'client'),
    inRoot('src', 'content'),
    inRoot('src', 'domain'),
    inRoot('src', 'lib'),
    inRoot('src', 'sync'),
    inRoot('public'),
    inRoot('locales'),
  ])
  const built = inRoot('dist', '.iso-xa-built')
  if (!isStamped(built, sources)) {
    run('vite', ['build', '--logLevel', 'warn'], 'Building the app …')
    run('node', [inRoot('src', 'server', 'app', 'precompress.ts')], 'Compressing …')
    writeFileSync(built, sources)
  }
}
