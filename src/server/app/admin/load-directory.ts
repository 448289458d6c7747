import { directoryTypes, readDirectory, type Directory } from '../../../domain/people/directory.ts'
import type { Services } from '../../http/environment.ts'
import { referenceFeed } from '../seed-reference.ts'

export const loadDirectory = async ({ entries }: Pick<Services, 'entries'>): Promise<Directory> =>
  readDirectory(await entries.readTypes(referenceFeed, directoryTypes))
