/** The formats that have a number but no code in the file (ECMA-376 part 1, 18.8.30), durations left out. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58)

/** Whether a number in this format is shown as a date or time. A duration, `[h]:mm`, stays a number. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id)
  const [first = ''] = code.replace(/"[^"]*"|\\.|[_*]./gu, '').split(';')
  if (/\[(?:h+|m+|s+)\]/iu.test(first)) return false
  return /[ymdhs]/iu.test(first.replace(/\[[^\]]*\]|general/giu, ''))
}
