/**
 * A form version that a province has published: a thing of its reference feed, never changed once `head` is there.
 * Apart from what reads one, which the first screen does without.
 */
export const publishedFormType = 'form'

/** Whether a thing can be a published form version; see `publishedFormThing`. */
export const isPublishedForm = (thing: string): boolean => thing.startsWith('form.')
