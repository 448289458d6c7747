/** The version after this one that nobody has: `1.0.0` → `1.0.1`, `2026-a` → `2026-a.1`. */
export function nextVersion(version: string, taken: readonly string[]): string {
  let next = version
  do next = step(next)
  while (taken.includes(next))
  return next
}

function step(version: string): string {
  const [, before = '', digits] = /^(.*?)(\d{1,9})$/su.exec(version) ?? []
  return digits === undefined
    ? `${version}.1`
    : `${before}${String(Number(digits) + 1).padStart(digits.length, '0')}`
}
