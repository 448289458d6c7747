import { useDirectory } from './use-directory.ts'

/** The name of a person, or the id while the directory does not know them. */
export function usePersonName(): (person: string) => string {
  const directory = useDirectory()
  return person => directory?.people.get(person)?.name ?? person
}
