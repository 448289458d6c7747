import { inChunks } from './in-chunks.ts'
import type { Database } from './open-database.ts'

interface Carried {
  readonly sha256: string
  readonly author: string
  /** Whoever brings the file. */
  readonly courier: string
}

/** Which files somebody may upload in the name of somebody else, because a device of theirs vouched for them. */
export interface CarriedFiles {
  allow: (carried: readonly Carried[]) => Promise<void>
  mayCarry: (carried: Carried) => Promise<boolean>
}

export function createCarriedFiles({ db }: Database): CarriedFiles {
  return {
    async allow(carried) {
      for (const some of inChunks(carried, 500))
        await db
          .insertInto('carried_files')
          .values([...some])
          .onConflict(conflict => conflict.doNothing())
          .execute()
    },
    async mayCarry({ sha256, author, courier }) {
      const found = await db
        .selectFrom('carried_files')
        .select('sha256')
        .where('sha256', '=', sha256)
        .where('author', '=', author)
        .where('courier', '=', courier)
        .executeTakeFirst()
      return found !== undefined
    },
  }
}
