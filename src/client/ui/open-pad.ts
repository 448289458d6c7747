import type Pad from 'signature_pad'

/**
 * Loads the drawing library (it is not in the first bundle) and opens a pad on the canvas. A change of size redraws
 * the strokes in the new one, shrunk if need be. Answers a function that closes the pad.
 */
export function openPad(canvas: HTMLCanvasElement, onOpen: (pad: Pad) => void): () => void {
  let pad: Pad | undefined
  let isClosed = false
  let width = 0
  const fit = () => {
    const { clientWidth, clientHeight } = canvas
    if (!pad || clientWidth === 0 || (clientWidth === width && canvas.height > 0)) return
    const shrink = width === 0 ? 1 : Math.min(1, clientWidth / width)
    const strokes = pad.toData().map(stroke => ({
      ...stroke,
      points: stroke.points.map(point => ({ ...point, x: point.x * shrink, y: point.y * shrink })),
    }))
    width = clientWidth
    const density = Math.max(window.devicePixelRatio, 1)
    canvas.width = clientWidth * density
    canvas.height = clientHeight * density
    canvas.getContext('2d')?.scale(density, density)
    pad.clear()
    pad.fromData(strokes)
  }
  const resizes = new ResizeObserver(fit)
  const load = async () => {
    const { default: SignaturePad } = await import('signature_pad')
    if (isClosed) return
    pad = new SignaturePad(canvas, { penColor: '#12305e', minWidth: 1, maxWidth: 3 })
    fit()
    resizes.observe(canvas)
    onOpen(pad)
  }
  void load()
  return () => {
    isClosed = true
    resizes.disconnect()
    pad?.off()
  }
}
