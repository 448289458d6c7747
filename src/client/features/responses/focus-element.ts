import { afterPaint } from '../../context/after-paint.ts'

/** Frames to wait for something that is about to be drawn. */
const mostTries = 40

/** Brings a question to the top of the screen, with the focus on it; in a table, on its first answer. */
export function focusQuestion(key: string): void {
  whenThere(
    () =>
      document.getElementById(`question-${key}`) ??
      document.getElementById(`q-${key}-label`)?.closest('tr')?.querySelector('input'),
    element => {
      element.scrollIntoView({ block: element instanceof HTMLInputElement ? 'center' : 'start' })
      element.focus({ preventScroll: true })
    },
  )
}

/** Focuses a block, and brings it onto the screen. */
export function focusBlock(id: string, block: ScrollLogicalPosition = 'nearest'): void {
  whenThere(
    () => document.getElementById(id),
    element => {
      element.scrollIntoView({ block })
      element.focus({ preventScroll: true })
    },
  )
}

/** Focuses the first thing to fill in below the head of a row that was just added. */
export function focusFirstField(rowHead: string): void {
  const focus = (head: HTMLElement): void => {
    let below = head.parentElement?.nextElementSibling
    while (below && !below.querySelector('input, textarea, select, button')) below = below.nextElementSibling
    const field = below?.querySelector<HTMLElement>('input, textarea, select, button') ?? head
    field.focus({ preventScroll: true })
    head.scrollIntoView({ block: 'start' })
  }
  // The row stands where the button was tapped, and is seen there before focus and scroll lay the page out once more.
  afterPaint(() => whenThere(() => document.getElementById(rowHead), focus))
}

function whenThere(
  find: () => HTMLElement | null | undefined,
  then: (element: HTMLElement) => void,
  triesLeft = mostTries,
): void {
  requestAnimationFrame(() => {
    const element = find()
    if (element) then(element)
    else if (triesLeft > 0) whenThere(find, then, triesLeft - 1)
  })
}
