import { findingFields } from '../../../domain/audits/finding-fields.ts'
import { PhotoSlot } from '../../context/photo-slot.tsx'
import type { FindingPage } from './use-finding-page.ts'

interface Props {
  readonly page: FindingPage
  readonly slot: 'done' | 'verify'
  readonly label: string
  readonly mayChange: boolean
}

/** Photos of what was done, or of how it was checked, in the round that is under way. */
export function ActionPhotos({ page, slot, label, mayChange }: Props) {
  const { files, rounds } = page.finding
  const field = (sha256: string): string => findingFields.evidence(slot, sha256, rounds.done)
  return (
    <PhotoSlot
      label={label}
      files={files[slot]}
      mayChange={mayChange}
      onSave={(sha256, value, bytes) => page.save([{ field: field(sha256), value }], bytes)}
      onReplace={(drawn, before) =>
        page.save(
          [
            { field: field(drawn.sha256), value: drawn.value },
            { field: field(before.sha256), value: null },
          ],
          drawn.files,
          before.drop,
        )
      }
    />
  )
}
