/**
 * A text in as few lines of at most `longest` signs as it takes, each as long as the next: a title breaks in its middle
 * instead of leaving one word alone. A word that is longer stands in a line of its own.
 */
export function balanceLines(text: string, longest: number): readonly string[] {
  const words = text.split(' ')
  const wanted = Math.ceil(text.length / longest)
  for (let lines = wanted; lines < words.length; lines++) {
    for (let width = Math.ceil(text.length / lines); width <= longest; width++) {
      const laid = layLines(words, width)
      if (laid.length <= lines && laid.every(line => line.length <= width)) return laid
    }
  }
  return wanted === 1 ? [text] : words
}

function layLines(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  return lines
}
