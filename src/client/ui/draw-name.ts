const ink = '#12305e'
const serif = "'Times New Roman', 'Liberation Serif', serif"

/** Draws a name where a signature would be, as large as it fits, and below it the note that says it was typed. */
export function drawName(canvas: HTMLCanvasElement, name: string, note: string): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const { width, height } = canvas
  const room = width * 0.92
  context.clearRect(0, 0, width, height)
  context.fillStyle = ink
  context.textAlign = 'center'
  const write = (words: string, size: number, font: (px: number) => string, at: number): void => {
    context.font = font(size)
    const px = size * Math.min(1, room / context.measureText(words).width)
    context.font = font(px)
    context.fillText(words, width / 2, at)
  }
  write(name, height * 0.36, px => `italic ${px}px ${serif}`, height * 0.56)
  write(note, height * 0.12, px => `${px}px ${serif}`, height * 0.84)
}
