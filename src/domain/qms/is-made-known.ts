import type { Declaration } from './declaration.ts'

/** Posted, with a photo of it or a link to the page, and sent. */
export const isMadeKnown = ({ days, files, texts }: Declaration): boolean =>
  days.postedOn !== undefined &&
  days.sentOn !== undefined &&
  (Object.keys(files.posted).length > 0 || texts.link !== undefined)
