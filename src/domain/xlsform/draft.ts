/** A part of a form version being put together; the schema proves its shape at the end. */
export type Draft = Readonly<Record<string, unknown>>

/** Without the keys that are `undefined`. */
export const toDraft = (entries: Readonly<Record<string, unknown>>): Draft =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
