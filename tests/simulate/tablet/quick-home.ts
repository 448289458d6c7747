import type { Disk, Home } from './home.ts'
import { keyText, readKey } from './key.ts'
import {
  copyContents,
  createQuickDatabase,
  emptyContents,
  type Contents,
  type Shapes,
} from './quick-database.ts'

/** A home in memory, see quick-database.ts. */
export function createQuickHome(shapes: Shapes): Home {
  let contents: Contents = emptyContents(shapes)
  const list = (name: keyof Disk) => [...(contents.get(name)?.values() ?? [])].map(({ record }) => record)
  return {
    open: async pass => createQuickDatabase(contents, shapes, pass),
    look: async () =>
      ({
        rows: list('rows'),
        outbox: list('outbox'),
        held: list('held'),
        sent: list('sent'),
        feeds: list('feeds'),
        files: list('files'),
      }) as unknown as Disk,
    async remove(table, records) {
      const path = shapes.get(table)?.primary ?? ''
      for (const record of records) contents.get(table)?.delete(keyText(readKey(record, path)))
    },
    image: async () => copyContents(contents),
    async putBack(image) {
      contents = copyContents(image)
    },
  }
}
