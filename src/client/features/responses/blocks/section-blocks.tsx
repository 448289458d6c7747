import type { Section } from '../../../../domain/forms/form-version.ts'
import { useFilling } from '../filling-context.tsx'
import { BlockView } from './block-view.tsx'
import { guessHeight } from './guess-height.ts'
import { layRuns } from './lay-runs.ts'
import { useRowActions } from './use-row-actions.ts'
import { useSection, type Aim } from './use-section.ts'
import { WaitingRun } from './waiting-run.tsx'

/** What a section asks: its questions, groups and rows. */
export function SectionBlocks({ section, aim }: { readonly section: Section; readonly aim: Aim }) {
  const { session, form } = useFilling().filling
  const layout = useSection(section, aim)
  const actions = useRowActions(layout)
  return (
    <div>
      {layRuns(layout.blocks, layout.isDrawn).map(laid => {
        if ('block' in laid) return <BlockView key={laid.block.id} block={laid.block} actions={actions} />
        const [first] = laid.waiting
        return (
          <WaitingRun
            key={`waiting ${first?.id}`}
            height={laid.waiting.reduce((sum, block) => sum + guessHeight(block, form, session), 0)}
            onNear={() => layout.draw(laid.waiting)}
          />
        )
      })}
    </div>
  )
}
