import { freezeClient } from './support/frozen-client.ts'

// `node tests/freeze-client.ts NAME [DIST]`, at each release: the build becomes a tablet of the past for `tests/e2e/skew`.
const [name, dist = 'dist'] = process.argv.slice(2)
if (name === undefined || !/^[\w.-]+$/u.test(name)) {
  console.error('Give the release a name: node tests/freeze-client.ts 0.1.0')
  process.exit(1)
}
console.log(`tests/fixtures/clients/${name}.bundle: ${freezeClient(dist, name)} bytes`)
