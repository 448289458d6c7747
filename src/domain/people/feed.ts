export const feedClasses = ['reference', 'unit', 'audit'] as const
/** `reference`: province-wide facts. `unit`: a commune's own work. `audit`: working papers of auditors. */
export type FeedClass = (typeof feedClasses)[number]

/** A feed is an org unit × a class: the unit of permission, cursor, order and checksum. */
export const feedId = (unit: string, feedClass: FeedClass): string => `${unit}/${feedClass}`

/** Takes a feed id apart; undefined when it is none. */
export function parseFeedId(id: string): { unit: string; feedClass: FeedClass } | undefined {
  const slash = id.lastIndexOf('/')
  const unit = id.slice(0, slash)
  const feedClass = feedClasses.find(name => name === id.slice(slash + 1))
  return slash > 0 && feedClass ? { unit, feedClass } : undefined
}
