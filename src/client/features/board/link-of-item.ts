import type { FigureItem } from '../../../domain/reports/board/figure-item.ts'

/** Where a thing that a figure counts is looked at. */
export function linkOfItem({ kind, unit, thing }: FigureItem, roadOf: (unit: string) => string): string {
  const at = `?unit=${encodeURIComponent(unit)}`
  switch (kind) {
    case 'commune':
      return roadOf(unit)
    case 'finding':
      return `/findings/${encodeURIComponent(thing)}`
    case 'decision':
      return `/road/review${at}`
    case 'person':
      return `/road/scope${at}`
    case 'citizen':
    case 'survey':
      return `/review/${encodeURIComponent(thing)}`
  }
}
