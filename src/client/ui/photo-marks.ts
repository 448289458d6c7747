/** In pixels of the picture, not of the screen. */
export interface Spot {
  readonly x: number
  readonly y: number
}

export type MarkTool = 'arrow' | 'line' | 'blur'

/** One stroke: an arrow and a blur go from the first spot to the last, a line through all of them. */
export interface Mark {
  readonly tool: MarkTool
  readonly spots: readonly Spot[]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The two barbs of an arrow's head, at 30° to its shaft and never longer than it. */
export function arrowHead(from: Spot, to: Spot, length: number): readonly [Spot, Spot] {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const size = Math.min(length, Math.hypot(to.x - from.x, to.y - from.y))
  const barb = (turn: number) => ({
    x: to.x - size * Math.cos(angle + turn),
    y: to.y - size * Math.sin(angle + turn),
  })
  return [barb(-Math.PI / 6), barb(Math.PI / 6)]
}

/** The whole pixels between two corners, whichever is drawn first, inside the picture. */
export function boxBetween(a: Spot, b: Spot, picture: { width: number; height: number }): Box {
  const within = (number: number, most: number) => Math.min(most, Math.max(0, number))
  const left = Math.floor(within(Math.min(a.x, b.x), picture.width))
  const top = Math.floor(within(Math.min(a.y, b.y), picture.height))
  const right = Math.ceil(within(Math.max(a.x, b.x), picture.width))
  const bottom = Math.ceil(within(Math.max(a.y, b.y), picture.height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Whether a stroke is more than a slip of the finger. */
export function isMeant({ tool, spots }: Mark, leastPixels: number): boolean {
  const [first, last] = [spots[0], spots.at(-1)]
  if (!first || !last) return false
  const [across, down] = [Math.abs(last.x - first.x), Math.abs(last.y - first.y)]
  if (tool === 'blur') return across >= leastPixels && down >= leastPixels
  return tool === 'line' ? spots.length > 1 : Math.hypot(across, down) >= leastPixels
}
