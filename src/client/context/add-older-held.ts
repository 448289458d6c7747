import type { HeldElsewhereList } from './app.ts'

/** A list of held changes and the next, older one as a single list; what is said in `list` is as true or newer. */
export const addOlderHeld = (list: HeldElsewhereList, older: HeldElsewhereList): HeldElsewhereList => ({
  ...older,
  held: [...older.held, ...list.held],
  settled: new Map([...older.settled, ...list.settled]),
  asked: new Map([...older.asked, ...list.asked]),
})
