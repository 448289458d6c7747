/** Two letters for a person. The given name comes last in Vietnamese: Hoàng Văn Thụ → HT. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = words[0]?.[0] ?? ''
  const given = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return `${first}${given}`.toLocaleUpperCase('vi')
}
