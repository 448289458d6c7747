import { memo, type ReactNode } from 'react'
import { QuestionCard } from '../question-card.tsx'
import styles from './blocks.module.css'
import type { Block } from './block.ts'
import { AddRow } from './add-row.tsx'
import { isSameBlock } from './is-same-block.ts'
import { GroupHeading } from './group-heading.tsx'
import { MatrixBlock } from './matrix-block.tsx'
import { RepeatHead } from './repeat-head.tsx'
import { RowHead } from './row-head.tsx'
import type { RowActions } from './use-row-actions.ts'

interface Props {
  readonly block: Block
  readonly actions: RowActions
}

/** One block, as far in as the rows it stands in. What is hidden leaves an empty element, which takes no room. */
export const BlockView = memo(function BlockView({ block, actions }: Props) {
  const draw = (): ReactNode => {
    switch (block.kind) {
      case 'question':
        return <QuestionCard questionKey={block.key} />
      case 'group':
        return <GroupHeading block={block} />
      case 'matrix':
        return <MatrixBlock block={block} />
      case 'repeat':
        return <RepeatHead block={block} actions={actions} />
      case 'row':
        return <RowHead block={block} actions={actions} />
      case 'add':
        return <AddRow block={block} actions={actions} />
    }
  }
  return (
    <div
      className={styles.block}
      data-kind={block.kind}
      data-depth={block.depth}
      style={{ '--depth': block.depth }}
    >
      {draw()}
    </div>
  )
}, isSameProps)

function isSameProps({ block: a }: Props, { block: b }: Props): boolean {
  return isSameBlock(a, b)
}
