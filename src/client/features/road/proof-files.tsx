import { roadFields } from '../../../domain/qms/road-fields.ts'
import { PhotoSlot } from '../../context/photo-slot.tsx'
import type { RoadView } from './use-road.ts'

interface Props {
  /** The step or gate that they prove. */
  readonly slot: string
  readonly label: string
  readonly road: RoadView
}

/** Photos of the papers that prove a step or a gate. */
export const ProofFiles = ({ slot, label, road }: Props) => (
  <PhotoSlot
    label={label}
    files={road.qms?.facts.road.files[slot] ?? {}}
    mayChange={road.mayWrite}
    onSave={(sha256, value, files) => road.save([{ field: roadFields.evidence(slot, sha256), value }], files)}
  />
)
