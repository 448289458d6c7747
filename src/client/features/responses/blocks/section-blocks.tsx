import type { Section } from '../../../../domain/forms/form-version.ts'
import { layRows } from './lay-rows.ts'
import { layRuns } from './lay-runs.ts'
import { RowView } from './row-view.tsx'
import { useRowActions } from './use-row-actions.ts'
import { useSection, type Aim, type SectionLayout } from './use-section.ts'

/** What a section asks: its questions, groups and rows. */
export function SectionBlocks({ section, aim }: { readonly section: Section; readonly aim: Aim }) {
  // Its layout settles in several passes; what is drawn of it is put together once, below.
  return <LaidBlocks layout={useSection(section, aim)} />
}

function LaidBlocks({ layout }: { readonly layout: SectionLayout }) {
  const actions = useRowActions(layout)
  return (
    <div>
      {layRows(layRuns(layout.blocks, layout.isDrawn)).map(({ key, isRow, laid }) => (
        <RowView key={key} isRow={isRow} laid={laid} draw={layout.draw} actions={actions} />
      ))}
    </div>
  )
}
