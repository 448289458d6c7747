import type { Section } from '../../../../domain/forms/form-version.ts'
import { useFilling } from '../filling-context.tsx'
import { BlockView } from './block-view.tsx'
import { guessHeight } from './guess-height.ts'
import styles from './blocks.module.css'
import { layRows } from './lay-rows.ts'
import { layRuns, type Laid } from './lay-runs.ts'
import { useRowActions } from './use-row-actions.ts'
import { useSection, type Aim } from './use-section.ts'
import { WaitingRun } from './waiting-run.tsx'

/** What a section asks: its questions, groups and rows. */
export function SectionBlocks({ section, aim }: { readonly section: Section; readonly aim: Aim }) {
  const { session, form } = useFilling().filling
  const layout = useSection(section, aim)
  const actions = useRowActions(layout)
  const drawLaid = (laid: Laid) => {
    if ('block' in laid) return <BlockView key={laid.block.id} block={laid.block} actions={actions} />
    const [first] = laid.waiting
    return (
      <WaitingRun
        key={`waiting ${first?.id}`}
        height={laid.waiting.reduce((sum, block) => sum + guessHeight(block, form, session), 0)}
        onNear={() => layout.draw(laid.waiting)}
      />
    )
  }
  return (
    <div>
      {layRows(layRuns(layout.blocks, layout.isDrawn)).map(({ key, isRow, laid }) => (
        <div key={key} className={isRow ? styles.wholeRow : undefined} data-row={isRow || undefined}>
          {laid.map(drawLaid)}
        </div>
      ))}
    </div>
  )
}
