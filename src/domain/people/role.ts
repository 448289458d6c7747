export const roles = [
  'communeOfficial',
  'communeLeader',
  'internalAuditor',
  'districtOfficer',
  'provinceCoordinator',
  'administrator',
] as const

export type Role = (typeof roles)[number]

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

/** What a person may do in the units of an assignment. One table, used to show a button and to take an op. */
export const may = {
  'response.read': [
    'communeOfficial',
    'communeLeader',
    'internalAuditor',
    'districtOfficer',
    'provinceCoordinator',
  ],
  'response.fill': ['communeOfficial', 'communeLeader'],
  /** Only forms that name the role (`domain/responses/may-fill.ts`). */
  'response.fillNamed': ['internalAuditor', 'districtOfficer'],
  'response.send': ['communeOfficial', 'communeLeader'],
  'response.review': ['districtOfficer', 'provinceCoordinator'],
  'response.comment': ['communeOfficial', 'communeLeader', 'districtOfficer', 'provinceCoordinator'],
  'response.export': ['communeOfficial', 'communeLeader', 'districtOfficer', 'provinceCoordinator'],
  'audit.read': ['internalAuditor', 'districtOfficer', 'provinceCoordinator'],
  /** Programme, plan, team and timetable. */
  'audit.plan': ['internalAuditor', 'districtOfficer', 'provinceCoordinator'],
  /** Fieldwork and findings of an audit in whose team they are; signing as its lead. */
  'audit.work': ['internalAuditor'],
  /** Comments on reports and findings, returning and approving a report. */
  'audit.review': ['districtOfficer', 'provinceCoordinator'],
  /** The audited commune's head: accepts or disputes findings, signs the report as auditee. */
  'finding.accept': ['communeLeader'],
  /** Plans and does what a finding asks for. */
  'finding.act': ['communeOfficial', 'communeLeader'],
  /** The commune's representative for quality: approves plans, closes and reopens. */
  'finding.approve': ['communeLeader'],
  'finding.verify': ['internalAuditor'],
  'finding.reopen': ['communeLeader', 'districtOfficer', 'provinceCoordinator'],
  'finding.comment': [
    'communeOfficial',
    'communeLeader',
    'internalAuditor',
    'districtOfficer',
    'provinceCoordinator',
  ],
  /** The commune's road: steps, documents, training, management review. */
  'qms.write': ['communeOfficial', 'communeLeader'],
  'qms.approve': ['communeLeader'],
  /** Signs the declaration. */
  'qms.declare': ['communeLeader'],
  'qms.review': ['communeLeader', 'districtOfficer', 'provinceCoordinator'],
  /** Planned days of a commune's steps. */
  'qms.plan': ['communeOfficial', 'communeLeader', 'districtOfficer', 'provinceCoordinator'],
  'qms.comment': [
    'communeOfficial',
    'communeLeader',
    'internalAuditor',
    'districtOfficer',
    'provinceCoordinator',
  ],
  'reference.write': ['provinceCoordinator'],
  /** In the unit of the reference feed. */
  'form.publish': ['provinceCoordinator'],
  'people.manage': ['administrator'],
  /** Who changed what, of the feeds that the person reads. */
  'trail.read': ['districtOfficer', 'provinceCoordinator', 'administrator'],
  /** Whether the logs are as they were written; tells nothing of what is in them. */
  'trail.verify': ['provinceCoordinator', 'administrator'],
  /** Merges, splits and founds units; in the province. */
  'units.change': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof may
