import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { FindingFigure } from '../../../domain/audits/board-figures.ts'
import { findingsAddress } from './use-finding-filters.ts'

interface Props {
  readonly of: FindingFigure
  /** Said instead of the number alone. */
  readonly label?: string | undefined
  readonly className?: string | undefined
  readonly children?: ReactNode
}

/** A figure that leads to exactly what it counts; of nothing there is nothing to see. */
export function FigureLink({ of: { count, filter }, label, className, children = count }: Props) {
  if (count === 0) return <span className={className}>{children}</span>
  return (
    <Link
      to={findingsAddress(filter)}
      state={{ toList: true }}
      preventScrollReset
      className={className}
      aria-label={label}
    >
      {children}
    </Link>
  )
}
