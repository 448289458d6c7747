/** One of the things that a figure counts: the figure is how many there are, or the mean of their values. */
export interface FigureItem {
  readonly kind: 'commune' | 'finding' | 'decision' | 'person' | 'citizen' | 'survey'
  /** The commune it belongs to. */
  readonly unit: string
  /** Of a commune its id; of the others the thing that is opened. */
  readonly thing: string
  /** Which part of the thing; '' for the whole. Kind, thing and part name an item. */
  readonly part: string
  /** Words of the thing itself; '' where the commune's name is all. */
  readonly title: string
  readonly value: number | null
}

export const itemKey = ({ kind, thing, part }: FigureItem): string => `${kind} ${thing} ${part}`
