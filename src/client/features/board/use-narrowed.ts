import { useMemo } from 'react'
import type { BoardCommune } from '../../../domain/reports/board/board-commune.ts'
import type { Board } from '../../context/use-board.ts'

/** The communes of one district, or all of them. */
export const useNarrowed = (board: Board | undefined, district: string | null): readonly BoardCommune[] =>
  useMemo(
    () => board?.communes.filter(one => district === null || one.district?.id === district) ?? [],
    [board, district],
  )
