import { ImportPage } from '../features/forms/import-page.tsx'
import { FormPreview } from '../features/responses/form-preview.tsx'

/** `/forms/import`: features do not know each other, so the preview is put into the page here. */
export function Component() {
  return <ImportPage preview={(form, pictures) => <FormPreview form={form} pictures={pictures} />} />
}
