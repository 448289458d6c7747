import { memo } from 'react'
import { useFilling } from '../filling-context.tsx'
import type { Block } from './block.ts'
import { BlockView } from './block-view.tsx'
import styles from './blocks.module.css'
import { guessHeight } from './guess-height.ts'
import { isSameBlock } from './is-same-block.ts'
import type { Laid } from './lay-runs.ts'
import type { RowActions } from './use-row-actions.ts'
import { WaitingRun } from './waiting-run.tsx'

interface Props {
  readonly isRow: boolean
  readonly laid: readonly Laid[]
  readonly draw: (blocks: readonly Block[]) => void
  readonly actions: RowActions
}

/** A row of an outermost repeat, or a block outside of all rows. One more row leaves those before it as they are. */
export const RowView = memo(function RowView({ isRow, laid, draw, actions }: Props) {
  const { session, form } = useFilling().filling
  return (
    <div className={isRow ? styles.wholeRow : undefined} data-row={isRow || undefined}>
      {laid.map(one =>
        'block' in one ? (
          <BlockView key={one.block.id} block={one.block} actions={actions} />
        ) : (
          <WaitingRun
            key={`waiting ${one.waiting[0]?.id}`}
            height={one.waiting.reduce((sum, block) => sum + guessHeight(block, form, session), 0)}
            onNear={() => draw(one.waiting)}
          />
        ),
      )}
    </div>
  )
}, isSameRow)

function isSameRow(a: Props, b: Props): boolean {
  return a.isRow === b.isRow && isSameList(a.laid, b.laid, isSameLaid)
}

function isSameLaid(a: Laid, b: Laid): boolean {
  if ('block' in a) return 'block' in b && isSameBlock(a.block, b.block)
  return 'waiting' in b && isSameList(a.waiting, b.waiting, isSameBlock)
}

const isSameList = <T,>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean =>
  a.length === b.length && a.every((one, at) => isSame(one, b[at] as T))
