/** Where an audit's fieldwork is, at one of its checks if given. */
export const workAddress = (thing: string, check?: string): string =>
  `/audits/${encodeURIComponent(thing)}/work${check === undefined ? '' : `?check=${encodeURIComponent(check)}`}`

/** Where an audit's draft findings are, at one of them if given. */
export const findingAddress = (thing: string, finding?: string): string =>
  `/audits/${encodeURIComponent(thing)}/findings${finding === undefined ? '' : `?open=${finding}`}`
