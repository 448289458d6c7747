import type { FormSession } from '../../../../domain/forms/form-session.ts'
import type { FormItem, Group, Question, Repeat } from '../../../../domain/forms/form-version.ts'
import { keyInRow } from '../../../../domain/forms/row.ts'
import { chooseControl } from '../controls/choose-control.ts'
import { addElement, questionElement, rowElement, type Block } from './block.ts'
import { splitTable } from './split-table.ts'

/** Rows beyond this number are closed until they are opened. */
export const mostOpenRows = 5

/** What of the engine decides the layout. */
export type RowsOf = Pick<FormSession, 'rows'>

/**
 * Lays a section out, hidden parts included: each block hides itself, so that an answer moves nothing else. Only
 * rows that come, go, open or close make another list.
 */
export function listBlocks(
  items: readonly FormItem[],
  session: RowsOf,
  isOpen: (row: string, isLong: boolean) => boolean,
): readonly Block[] {
  const blocks: Block[] = []

  function addQuestion(question: Question, row: string, depth: number): void {
    if (chooseControl(question) === 'nothing') return
    const key = keyInRow(question.id, row)
    blocks.push({ kind: 'question', id: questionElement(key), key, depth })
  }

  function addGroup(group: Group, row: string, depth: number): void {
    const key = keyInRow(group.id, row)
    if (group.label) blocks.push({ kind: 'group', id: `group-${key}`, key, group, depth })
    for (const part of splitTable(group)) {
      if ('rows' in part) {
        const keys = part.rows.map(question => keyInRow(question.id, row))
        blocks.push({ kind: 'matrix', id: `matrix-${keys[0]}`, keys, group, row, depth })
      } else add(part.item, row, depth)
    }
  }

  function addRepeat(repeat: Repeat, around: string, depth: number): void {
    const rows = session.rows(repeat.id, around)
    const here = { repeat, around, rows }
    const isLong = rows.length > mostOpenRows
    blocks.push({ kind: 'repeat', id: `repeat-${keyInRow(repeat.id, around)}`, depth, isLong, ...here })
    rows.forEach((row, at) => {
      const opened = isOpen(row, isLong)
      const own = { row, number: at + 1, isOpen: opened, mayClose: isLong || !opened, depth: depth + 1 }
      blocks.push({ kind: 'row', id: rowElement(repeat.id, row), ...own, ...here })
      if (opened) for (const item of repeat.items) add(item, row, depth + 1)
    })
    if (repeat.count === undefined)
      blocks.push({ kind: 'add', id: addElement(repeat.id, around), depth, ...here })
  }

  function add(item: FormItem, row: string, depth: number): void {
    if (item.type === 'group') addGroup(item, row, depth)
    else if (item.type === 'repeat') addRepeat(item, row, depth)
    else addQuestion(item, row, depth)
  }
  for (const item of items) add(item, '', 0)
  return blocks
}

/** The rows around and with a row, outermost first; empty when it is not there. */
export function findRowPath(
  items: readonly FormItem[],
  session: RowsOf,
  wanted: string,
  around = '',
): readonly string[] {
  if (wanted === '') return []
  for (const item of items) {
    if (item.type === 'group') {
      const path = findRowPath(item.items, session, wanted, around)
      if (path.length > 0) return path
    }
    if (item.type !== 'repeat') continue
    for (const row of session.rows(item.id, around)) {
      if (row === wanted) return [row]
      const path = findRowPath(item.items, session, wanted, row)
      if (path.length > 0) return [row, ...path]
    }
  }
  return []
}
