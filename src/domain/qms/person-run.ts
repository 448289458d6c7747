/**
 * The run of a response that is about one person: `<person>~<attempt>`. It names them in the response's id, since a quiz
 * asks for no name; two tablets that begin the same attempt fill the same response.
 */
export const personRun = (person: string, attempt: number): string => `${person}~${attempt}`

/** Whom a response is about, by its id; undefined when its id does not say. */
export function parsePersonRun(
  thing: string,
): { readonly form: string; readonly person: string; readonly attempt: number } | undefined {
  const groups = /^[^.]+\.(?<form>[^.~]+)~(?<person>[\w-]{1,60})~(?<attempt>[1-9]\d{0,2})\./u.exec(
    thing,
  )?.groups
  return (
    groups && {
      form: groups['form'] ?? '',
      person: groups['person'] ?? '',
      attempt: Number(groups['attempt']),
    }
  )
}
