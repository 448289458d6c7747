export function mustBe(found: number, expected: number): void {
  if (found !== expected) throw new Error(`${found} instead of ${expected}`)
}
