/** What each sign of a mask lets in; all others stand for themselves. */
const slots: Readonly<Record<string, RegExp>> = { '9': /\d/u, a: /\p{L}/u, '*': /[\p{L}\d]/u }

/**
 * Fits what is typed into a mask: `9` a digit, `a` a letter, `*` either, anything else itself ('99/9999', '9999-aa').
 * What does not fit is left out. Signs of the mask appear as soon as they are reached, unless text is being deleted.
 */
export function fitToMask(raw: string, mask: string, before = ''): string {
  const isDeleting = raw.length < before.length
  const letters = Array.from(raw.normalize('NFC'))
  let text = ''
  for (const sign of mask) {
    const slot = slots[sign]
    if (!slot) {
      if (letters[0] === sign) letters.shift()
      else if (letters.length === 0 && isDeleting) return text
      text += sign
      continue
    }
    const next = letters.findIndex(letter => slot.test(letter))
    if (next === -1) return isDeleting || text.length > 0 ? text : ''
    text += letters[next]
    letters.splice(0, next + 1)
  }
  return text
}

export function fillsMask(text: string, mask: string): boolean {
  const [letters, signs] = [Array.from(text), Array.from(mask)]
  return (
    letters.length === signs.length &&
    signs.every((sign, at) => slots[sign]?.test(letters[at] ?? '') ?? letters[at] === sign)
  )
}

/** The mask as people read it: '9999-aa' → '0000-aa'. */
export function maskToExample(mask: string): string {
  return mask.replaceAll('9', '0')
}

export function wantsOnlyDigits(mask: string): boolean {
  return !/[a*]/u.test(mask)
}

/** What a text of the appearance `numbers` may hold, as ODK Collect allows: digits with their marks and signs. */
export function keepNumberSigns(raw: string): string {
  return raw.replace(/[^\d+\-., ]/gu, '')
}
