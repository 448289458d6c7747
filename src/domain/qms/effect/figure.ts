/** A value of an indicator in a period, and where it is from. */
export interface Figure {
  /** Undefined when there is none, or when it must not be told. */
  readonly value: number | undefined
  /** `data`: counted by the app from what is there. `survey`, `evaluation`: as somebody wrote it in that form. */
  readonly from: 'data' | 'survey' | 'evaluation' | undefined
  /** `few`: so few citizens answered that one of them could be made out. `perMonth`: a year's figure by twelve. */
  readonly note: 'few' | 'perMonth' | undefined
  /** What was divided by what. */
  readonly parts: { readonly count: number; readonly of: number } | undefined
  /** What it was counted from. */
  readonly things: readonly string[]
}

export const noFigure: Figure = {
  value: undefined,
  from: undefined,
  note: undefined,
  parts: undefined,
  things: [],
}

type From = NonNullable<Figure['from']>

export const figure = (value: number | undefined, from: From, more: Partial<Figure> = {}): Figure =>
  value === undefined ? noFigure : { ...noFigure, value: round(value), from, ...more }

/** A share in percent; none when there is nothing to divide by. */
export const share = (
  count: number | undefined,
  of: number | undefined,
  from: From,
  things: readonly string[] = [],
): Figure =>
  count === undefined || of === undefined || of <= 0
    ? noFigure
    : figure((count / of) * 100, from, { parts: { count, of }, things })

/** One decimal: no figure of a commune is truer than that. */
const round = (value: number): number => Math.round(value * 10) / 10
