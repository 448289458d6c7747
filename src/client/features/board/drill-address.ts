import type { Drill } from '../../../domain/reports/board/drill-down.ts'

/** Where the things behind a figure are listed; `district` narrows them as the figure is. */
export function drillAddress(
  { of, key = '' }: Partial<Drill> & Pick<Drill, 'of'>,
  district: string | null,
): string {
  const query = new URLSearchParams({ of })
  if (key !== '') query.set('key', key)
  if (district !== null) query.set('district', district)
  return `/board/list?${query.toString()}`
}
