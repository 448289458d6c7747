import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const releasesKept = 3

/**
 * Copies the build's hashed assets beside the data, and drops those that none of the last three releases has. A
 * tablet that opened the app before an update still finds its chunks (ST6). Resolves to the folder of the assets.
 */
export async function keepAssets(dist: string, dataFolder: string): Promise<string> {
  const kept = join(dataFolder, 'kept', 'assets')
  const manifest = join(dataFolder, 'kept', 'releases.json')
  await mkdir(kept, { recursive: true })
  const assets = (await readdir(join(dist, 'assets')).catch(() => [])).sort((a, b) => (a < b ? -1 : 1))
  // Development serves no build; that is no release.
  if (assets.length === 0) return kept
  const before = await readReleases(manifest)
  const isSame = JSON.stringify(before[0]) === JSON.stringify(assets)
  if (isSame) return kept
  // A release that comes back, such as one rolled back to, is the newest again, not another one.
  const others = before.filter(release => JSON.stringify(release) !== JSON.stringify(assets))
  const releases = [assets, ...others].slice(0, releasesKept)
  for (const name of assets) await cp(join(dist, 'assets', name), join(kept, name))
  await writeFile(manifest, JSON.stringify(releases))
  const wanted = new Set(releases.flat())
  for (const name of await readdir(kept)) if (!wanted.has(name)) await rm(join(kept, name), { force: true })
  return kept
}

async function readReleases(path: string): Promise<readonly (readonly string[])[]> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as readonly (readonly string[])[]
  } catch {
    return []
  }
}
