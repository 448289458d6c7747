/** The letters of a column by its index: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** The place a reference such as `AB12` names, from 0; undefined if it lies in no sheet (at most XFD1048576). */
export function cellPlace(reference: string): { row: number; column: number } | undefined {
  let column = 0
  let at = 0
  for (let code = reference.charCodeAt(at); code >= 65 && code <= 90; code = reference.charCodeAt(++at))
    column = column * 26 + code - 64
  const row = Number(reference.slice(at))
  const isPlace = column > 0 && column <= 16_384 && Number.isInteger(row) && row > 0 && row <= 1_048_576
  return isPlace ? { row: row - 1, column: column - 1 } : undefined
}
