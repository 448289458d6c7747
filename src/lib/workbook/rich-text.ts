export interface RichText {
  readonly clear: () => void
  readonly open: (name: string) => void
  readonly take: (text: string) => void
  readonly close: (name: string) => void
  readonly text: () => string
}

/** Gathers the plain text of `si` or `is`: its `t`, alone or in runs, without the phonetic hints of `rPh`. */
export function createRichText(): RichText {
  let text = ''
  let isInText = false
  let isInHint = false
  return {
    clear: () => {
      text = ''
      isInText = false
      isInHint = false
    },
    open: name => {
      if (name === 't') isInText = true
      else if (name === 'rPh') isInHint = true
    },
    take: piece => {
      if (isInText && !isInHint) text += piece
    },
    close: name => {
      if (name === 't') isInText = false
      else if (name === 'rPh') isInHint = false
    },
    text: () => text,
  }
}
