const shape = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)$/u

/** A backup is called by the moment it is of, in UTC and without what file systems forbid. */
export const nameOfBackup = (at: number): string => new Date(at).toISOString().replaceAll(/[:.]/gu, '-')

/** Milliseconds since 1970; undefined when it is no backup's name. */
export function momentOfBackup(name: string): number | undefined {
  const [, hour, minute, second, rest] = shape.exec(name) ?? []
  const at = hour === undefined ? NaN : Date.parse(`${hour}:${minute}:${second}.${rest}`)
  return Number.isNaN(at) ? undefined : at
}
