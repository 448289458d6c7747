export type UnitKind = 'province' | 'district' | 'commune'

/**
 * A node of the administrative tree while it is valid. Codes are reused by later reforms, so the id is
 * `code@from` (31 of the 65 units of 2025 carry a code that named another unit in 2017).
 */
export interface Unit {
  readonly id: string
  readonly code: string
  readonly kind: UnitKind
  readonly name: string
  /** With its type: "Xã Hồng Phong", "Thị trấn Cao Lộc". */
  readonly fullName: string
  /** On a tablet, of a unit that has ended: its name without the words that say so. */
  readonly officialName?: string
  readonly parent: string | null
  /** First day, `YYYY-MM-DD`. */
  readonly from: string
  /** Last day, or null while it stands. */
  readonly to: string | null
  /**
   * Of a unit that ended: the one unit that keeps its records and goes on with its open work. Its other parts, if it
   * was split, get territory and no records.
   */
  readonly successor?: string
}

export const unitId = (code: string, from: string): string => `${code}@${from}`

export const isValidOn = (
  span: { readonly from: string; readonly to: string | null },
  day: string,
): boolean => span.from <= day && (span.to === null || day <= span.to)
