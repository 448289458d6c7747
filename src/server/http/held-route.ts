import { Hono } from 'hono'
import { feedId } from '../../domain/people/feed.ts'
import type { EntryStore, HeldMark, HeldOp } from '../../sync/authority/entry-store.ts'
import { readHeldQuestion, readSettlement } from '../../sync/protocol/held-settlement.ts'
import { heldQuestionField, settlementField, settlementThing } from '../../sync/protocol/settlement-name.ts'
import type { Entry, FeedId } from '../../sync/protocol/op.ts'
import { markOfHeld } from '../database/entry-rows.ts'
import type { Environment, Services } from './environment.ts'
import { problem } from './problem.ts'

const bounds = { most: 500, bytes: 1024 * 1024 }

/**
 * `GET /api/held?before=`: ops that were not taken: one's own, with what a reviewer has decided or asked, and those of feeds one
 * reviews that nobody has settled (SY4). The newest, how many older ones there are, and as `next` what `before` has to say
 * to get these.
 */
export function heldRoute({ entries }: Services): Hono<Environment> {
  return new Hono<Environment>().get('/', async c => {
    const asked = c.req.query('before')
    const before = asked === undefined ? undefined : readMark(asked)
    if (asked !== undefined && !before) return problem(c, 'badRequest')
    const { communesEver } = c.get('scope')
    const { person } = c.get('session')
    const filter = {
      author: person,
      feeds: [
        ...communesEver('response.review').map(unit => feedId(unit.id, 'unit')),
        ...communesEver('audit.review').map(unit => feedId(unit.id, 'audit')),
      ],
    }
    const held = await entries.listHeld({ ...filter, ...bounds, before })
    const [oldest] = held
    const next = oldest && markOfHeld(oldest)
    const older = next ? await entries.countHeld({ ...filter, before: next }) : 0
    const own = held.filter(({ author }) => author === person)
    const { people } = c.get('directory')
    const said = await readSaid(entries, own, by => people.get(by)?.name)
    return c.json({
      held: held.map(one => {
        const { op, author, at, reason } = one
        return { op, author, at, reason, ...said.get(one) }
      }),
      older,
      ...(next && older > 0 && { next: `${next.at}-${next.key}` }),
    })
  })
}

function readMark(text: string): HeldMark | undefined {
  const [, at, key] = /^(\d{1,15})-([0-9a-f]{64})$/u.exec(text) ?? []
  return at !== undefined && key !== undefined ? { at: Number(at), key } : undefined
}

interface Said {
  readonly note: string
  readonly by: string
  /** Of whoever said it: the directory may be out of the author's reach by now. */
  readonly name: string | undefined
  readonly at: number
}

interface SaidOfHeld {
  readonly settled?: Said & { readonly result: string }
  readonly asked?: Said
}

/** Whoever has no role in the unit any more learns here, not by a pull, what became of their work. */
async function readSaid(
  entries: Pick<EntryStore, 'readThing'>,
  own: readonly HeldOp[],
  nameOf: (person: string) => string | undefined,
): Promise<ReadonlyMap<HeldOp, SaidOfHeld>> {
  const said = new Map<HeldOp, SaidOfHeld>()
  for (const [feed, ofFeed] of Map.groupBy(own, ({ op }): FeedId => op.feed)) {
    const found = await entries.readThing(feed, settlementThing(feed))
    const byField = new Map(found.map(entry => [entry.field, entry]))
    const by = ({ author, at }: Entry) => ({ by: author, name: nameOf(author), at })
    for (const one of ofFeed) {
      const name = { op: one.op.id, author: one.author }
      const settling = byField.get(settlementField(name))
      const asking = byField.get(heldQuestionField(name))
      const [settlement, question] = [readSettlement(settling?.value), readHeldQuestion(asking?.value)]
      said.set(one, {
        ...(settling && settlement && { settled: { ...settlement, ...by(settling) } }),
        ...(asking && question && { asked: { ...question, ...by(asking) } }),
      })
    }
  }
  return said
}
