import type { ImageName } from '../../../domain/forms/form-version.ts'
import styles from './question-card.module.css'
import { useFormPictures } from './use-form-pictures.ts'

/** The picture beside a question's label. The label names it; where the tablet does not have it, the label stands alone. */
export function QuestionPicture({ image, alt }: { readonly image: ImageName; readonly alt: string }) {
  const url = useFormPictures([image])(image)
  if (url === null) return null
  return url === undefined ? (
    <span className={styles.picture} />
  ) : (
    <img src={url} alt={alt} className={styles.picture} />
  )
}
