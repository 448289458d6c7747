import type { ImageName } from '../forms/form-version.ts'
import { cell, localCells } from './row-cells.ts'
import type { RowCell, XlsformRow } from './xlsform-row.ts'

/** The picture of a row, as `image` or `media::image` names it; plain when it is the same in every language. */
export function readImageName(row: XlsformRow): ImageName | undefined {
  const names = row.local('image')
  if (!names) return undefined
  const [first = '', ...others] = Object.values(names)
  if (others.some(name => name !== first)) return names
  return first === '' ? undefined : first
}

export const imageCells = (image: ImageName | undefined): readonly RowCell[] =>
  typeof image === 'object' ? localCells('image', image) : cell('image', image)
