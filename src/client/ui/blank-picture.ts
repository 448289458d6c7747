/** A white sheet to draw on, as wide as a form shows it and small enough for any tablet. */
export async function blankPicture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(1200, 900)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no 2d canvas')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/png' })
}
