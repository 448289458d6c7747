import { toText } from './coerce.ts'
import type { NodeFunctionTable } from './function-rule.ts'
import { spend, type Run } from './run.ts'
import { scalarOf, type Value } from './value.ts'

/** JavaRosa's earth: a ball with the radius of the equator. */
const radius = 6_378_100
const radians = (degrees: number): number => (degrees * Math.PI) / 180

interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** Functions over points (`lat lon altitude accuracy`) and lists of them with `;` between, or in a node-set. */
export const geoFunctions: NodeFunctionTable = {
  distance: { min: 1, max: 1000, call: (values, run) => measure(listPoints(values, run)) },
  area: { min: 1, max: 1, call: (values, run) => enclose(listPoints(values, run)) },
  'enclosed-area': { min: 1, max: 1, call: (values, run) => enclose(listPoints(values, run)) },
  geofence: {
    min: 2,
    max: 2,
    call: ([point = '', fence = ''], run) => {
      const [where] = listPoints([scalarOf(point)], run)
      return where !== undefined && isInside(where, listPoints([scalarOf(fence)], run))
    },
  },
}

function listPoints(values: readonly Value[], run: Run): readonly Point[] {
  const points: Point[] = []
  for (const value of values) {
    const texts = typeof value === 'object' ? value.map(node => node.value()) : [value]
    for (const text of texts) {
      for (const written of toText(text).split(';')) {
        const [latitude = NaN, longitude = NaN] = written.trim().split(/\s+/u).map(Number)
        if (!spend(run, 1)) return []
        if (written.trim() !== '' && Number.isFinite(latitude) && Number.isFinite(longitude))
          points.push({ latitude, longitude })
      }
    }
  }
  return points
}

/** Metres along the points, by the spherical law of cosines. */
function measure(points: readonly Point[]): number {
  let metres = 0
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1], points[at]]
    if (!a || !b) continue
    const [φa, φb] = [radians(a.latitude), radians(b.latitude)]
    const cosine =
      Math.sin(φa) * Math.sin(φb) + Math.cos(φa) * Math.cos(φb) * Math.cos(radians(a.longitude - b.longitude))
    metres += Math.acos(Math.min(1, cosine)) * radius
  }
  return metres
}

/** Square metres inside the points, flat around the first of them, as JavaRosa has it. */
function enclose(points: readonly Point[]): number {
  const [first, ...rest] = points
  if (!first || points.length < 3) return 0
  const flat = rest.map(({ latitude, longitude }) => ({
    x: radians(longitude - first.longitude) * radius * Math.cos(radians(latitude)),
    y: radians(latitude - first.latitude) * radius,
  }))
  let doubled = 0
  for (let at = 1; at < flat.length; at++) {
    const [a, b] = [flat[at - 1], flat[at]]
    if (a && b) doubled += a.y * b.x - a.x * b.y
  }
  return Math.abs(doubled / 2)
}

/** A ray to the east crosses the fence an odd number of times (W. R. Franklin, PNPOLY). The fence has to be closed. */
function isInside({ latitude, longitude }: Point, fence: readonly Point[]): boolean {
  const [first, last] = [fence[0], fence.at(-1)]
  if (!first || first.latitude !== last?.latitude || first.longitude !== last.longitude) return false
  let isIn = false
  for (let at = 1; at < fence.length; at++) {
    const [a, b] = [fence[at - 1], fence[at]]
    if (!a || !b || b.latitude > latitude === a.latitude > latitude) continue
    const share = (latitude - b.latitude) / (a.latitude - b.latitude)
    if (longitude < (a.longitude - b.longitude) * share + b.longitude) isIn = !isIn
  }
  return isIn
}
