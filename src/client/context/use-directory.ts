import { createContext, useContext } from 'react'
import type { Directory } from '../../domain/people/directory.ts'

/** Units, people and roles as this tablet knows them; undefined until the first sync has brought them. */
export const DirectoryContext = createContext<Directory | undefined>(undefined)

export const useDirectory = (): Directory | undefined => useContext(DirectoryContext)
