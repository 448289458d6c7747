import { searchKey } from '../../lib/search-key.ts'
import type { Document } from './document.ts'
import { staffOn } from './training-coverage.ts'
import type { Road } from './road.ts'

/** One person who is to read what is in force, and whether they have. */
export interface DocumentReader {
  /** Of the person's account, or of the member of the staff who has none. */
  readonly key: string
  readonly name: string
  /** Id in the road's staff; undefined for who has an account and does not stand there. */
  readonly staff: string | undefined
  readonly hasAccount: boolean
  /** `older`: only a revision before the one in force. `onPaper`: somebody has noted it for them. */
  readonly state: 'read' | 'onPaper' | 'older' | 'unread'
  readonly at: number | undefined
  /** Who noted it, of `onPaper`. */
  readonly notedBy: string | undefined
}

interface Given {
  readonly road: Pick<Road, 'staff'>
  /** People of the commune with an account, by id. */
  readonly accounts: ReadonlyMap<string, string>
  readonly today: string
}

/**
 * Everybody in scope and everybody of the commune with an account, each once: a member of the staff and an account are
 * one person when their names are the same, whatever the marks. Empty when nothing is in force.
 */
export function listReaders(document: Document, { road, accounts, today }: Given): readonly DocumentReader[] {
  const { inForce, readBy, readOnPaper } = document
  if (!inForce) return []
  const accountByName = new Map([...accounts].map(([id, name]) => [searchKey(name), id] as const))
  const staff = staffOn(road, today).map(([id, { name }]) => ({
    name,
    staff: id,
    account: accountByName.get(searchKey(name)),
  }))
  const known = new Set(staff.map(({ account }) => account))
  const others = [...accounts]
    .filter(([id]) => !known.has(id))
    .map(([account, name]) => ({ name, staff: undefined, account }))
  return [...staff, ...others].map(({ name, staff: member, account }) => {
    const read = account === undefined ? undefined : readBy.get(account)
    const onPaper = member === undefined ? undefined : readOnPaper.get(member)
    const isRead = read?.revision === inForce.number
    const isOnPaper = !isRead && onPaper?.revision === inForce.number
    const state = isRead ? 'read' : isOnPaper ? 'onPaper' : (read ?? onPaper) ? 'older' : 'unread'
    return {
      key: account ?? member ?? name,
      name,
      staff: member,
      hasAccount: account !== undefined,
      state,
      at: isRead ? read.at : isOnPaper ? onPaper.at : undefined,
      notedBy: isOnPaper ? onPaper.author : undefined,
    }
  })
}

/** Whether a person is still to read what is in force of a document. */
export const isToRead = ({ inForce, readBy }: Document, person: string): boolean =>
  inForce !== undefined && readBy.get(person)?.revision !== inForce.number
