interface Place {
  readonly to: string
  /** Addresses besides its own that belong to it. */
  readonly also?: readonly string[] | undefined
}

/** The entry that an address belongs to, with all below its own; the first of several. */
export const findHere = <T extends Place>(items: readonly T[], pathname: string): T | undefined =>
  items.find(({ to, also = [] }) =>
    [to, ...also].some(path => pathname === path || pathname.startsWith(`${path}/`)),
  )
