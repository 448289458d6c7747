import type { FormVersion } from '../forms/form-version.ts'

/**
 * Whether a sent response waits for somebody's approval. A quiz was graded by the server, and what people say without
 * their name is nobody's to return. Of a form that is not known yet the careful guess is yes.
 */
export const needsReview = (form: Pick<FormVersion, 'kind' | 'anonymous'> | undefined): boolean =>
  form?.kind !== 'quiz' && form?.anonymous !== true
