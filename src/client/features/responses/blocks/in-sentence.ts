/** A label as it stands within a sentence: `Người tham dự` → `người tham dự`, `UBND xã` as it is. */
export const inSentence = (label: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(label) ? `${label.charAt(0).toLocaleLowerCase('vi')}${label.slice(1)}` : label
