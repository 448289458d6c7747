import type { Bug } from '../bug.ts'
import { serverBugs } from './server-bugs.ts'
import { tabletBugs } from './tablet-bugs.ts'

const all = { ...serverBugs, ...tabletBugs }
export type BugName = keyof typeof all

/** Every deliberate fault by its name, see bug.ts. */
export const bugs: Readonly<Record<BugName, Bug>> = all
