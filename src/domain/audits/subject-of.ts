const ofAudit = /^(?:audit|auditReport|finding)\.(?<audit>\d{4}\.\d+-\d+)\.(?:\d+-\d+\.)?(?<unit>.+)$/u

/** The thing that decides about a thing: of a report or finding its audit, of all others themselves. */
export const subjectOf = (thing: string): string => thing.replace(ofAudit, 'audit.$<audit>.$<unit>')
