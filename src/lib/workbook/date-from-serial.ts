const dayMs = 86_400_000
// 1904-01-01 is day 1,462 of the other system.
const days1904 = 1462
const lastDay = 2_958_466

/**
 * The ISO text of a spreadsheet's date number, in no zone: days since 1900, or since 1904 on old Macs. Less than a day
 * is a time. Undefined if it is no day of the years 1900 to 9999.
 */
export function dateFromSerial(serial: number, is1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < lastDay)) return undefined
  const seconds = Math.round(serial * 86_400)
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19)
  if (serial < 1 && seconds < 86_400) return time
  const day = dayText(Math.floor(seconds / 86_400) + (is1904 ? days1904 : 0))
  return time === '00:00:00' ? day : `${day}T${time}`
}

/** Lotus took 1900 for a leap year and Excel kept that: day 60 is a 29 February that never was. */
function dayText(day: number): string {
  if (day === 60) return '1900-02-29'
  return new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * dayMs).toISOString().slice(0, 10)
}
