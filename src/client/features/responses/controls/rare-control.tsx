import type { ChoiceQuestion } from '../../../../domain/forms/form-version.ts'
import { DocumentControl, RecordingControl } from './attached-control.tsx'
import type { ControlName } from './choose-control.ts'
import type { ControlOf, ControlProps } from './control-props.ts'
import { CodeControl, PlaceControl } from './device-control.tsx'
import { RankControl } from './rank-control.tsx'

/** Controls that few forms have; they come in a chunk of their own. */
export type RareName = Extract<ControlName, 'rank' | 'place' | 'code' | 'recording' | 'document'>

export function RareControl({ name, ...props }: ControlProps & { readonly name: RareName }) {
  switch (name) {
    case 'rank':
      return <RankControl {...(props as ControlOf<ChoiceQuestion>)} />
    case 'place':
      return <PlaceControl {...props} />
    case 'code':
      return <CodeControl {...props} />
    case 'recording':
      return <RecordingControl {...props} />
    case 'document':
      return <DocumentControl {...props} />
  }
}
