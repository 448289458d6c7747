import { arrowHead, boxBetween } from './photo-marks.ts'
import type { Box, Mark, Spot } from './photo-marks.ts'

type Pen = CanvasRenderingContext2D

const red = '#d7261b'

/** Paints the picture and its marks, in the order drawn; a blur also covers the marks below it. */
export function paintMarks(pen: Pen, picture: ImageBitmap, marks: readonly Mark[]): void {
  const { width, height } = pen.canvas
  pen.drawImage(picture, 0, 0, width, height)
  for (const { tool, spots } of marks) {
    const [first, last] = [spots[0], spots.at(-1)]
    if (!first || !last) continue
    if (tool === 'blur') coarsen(pen, boxBetween(first, last, { width, height }))
    else stroke(pen, tool === 'arrow' ? arrowPaths(first, last, penWidth(pen) * 5) : [spots])
  }
}

/** Where the keyboard's pen is: a cross with a rim, seen on light and dark. */
export function paintCursor(pen: Pen, { x, y }: Spot): void {
  const arm = penWidth(pen) * 3
  stroke(pen, [
    [
      { x: x - arm, y },
      { x: x + arm, y },
    ],
    [
      { x, y: y - arm },
      { x, y: y + arm },
    ],
  ])
}

/** The edge of what is being hidden: on a plain wall the hidden part looks like the rest. */
export function paintFrame(pen: Pen, { spots }: Mark): void {
  const [first, last] = [spots[0], spots.at(-1)]
  if (!first || !last) return
  const corners = [first, { x: last.x, y: first.y }, last, { x: first.x, y: last.y }, first]
  stroke(pen, [corners])
}

function arrowPaths(from: Spot, to: Spot, head: number): readonly (readonly Spot[])[] {
  const [left, right] = arrowHead(from, to, head)
  return [
    [from, to],
    [left, to, right],
  ]
}

const penWidth = (pen: Pen): number => Math.max(4, Math.max(pen.canvas.width, pen.canvas.height) / 100)

function stroke(pen: Pen, paths: readonly (readonly Spot[])[]): void {
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  // A white rim keeps the red visible on roof tiles and red earth.
  for (const [colour, width] of [
    ['#ffffff', penWidth(pen) * 1.7],
    [red, penWidth(pen)],
  ] as const) {
    pen.strokeStyle = colour
    pen.lineWidth = width
    for (const [start, ...rest] of paths) {
      if (!start) continue
      pen.beginPath()
      pen.moveTo(start.x, start.y)
      for (const spot of rest) pen.lineTo(spot.x, spot.y)
      pen.stroke()
    }
  }
}

/** Squares so coarse that no face, number plate or name can be read back; Safari's canvas has no blur filter. */
function coarsen(pen: Pen, { x, y, width, height }: Box): void {
  if (width === 0 || height === 0) return
  const square = Math.max(pen.canvas.width, pen.canvas.height) / 40
  const small = document.createElement('canvas')
  small.width = Math.max(1, Math.round(width / square))
  small.height = Math.max(1, Math.round(height / square))
  const smallPen = small.getContext('2d')
  if (!smallPen) return
  smallPen.imageSmoothingQuality = 'high'
  smallPen.drawImage(pen.canvas, x, y, width, height, 0, 0, small.width, small.height)
  pen.save()
  pen.imageSmoothingEnabled = false
  pen.drawImage(small, 0, 0, small.width, small.height, x, y, width, height)
  pen.restore()
}
