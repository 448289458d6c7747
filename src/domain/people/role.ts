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
  'reference.write': ['provinceCoordinator'],
  /** In the unit of the reference feed. */
  'form.publish': ['provinceCoordinator'],
  'people.manage': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof may
