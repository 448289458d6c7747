import type { LinkProblem } from '../../../sync/replica/server-link.ts'

const refusals = [
  'notYourRole',
  'usernameTaken',
  'notAnAssignment',
  'overlaps',
  'lastAdministrator',
  'ownDevice',
] as const

/** Why the server has not done it, as the texts name it: `admin:problem.…`. */
export type AdminProblem = 'unreachable' | 'signedOut' | 'failed' | (typeof refusals)[number]

export function problemOf(problem: LinkProblem): AdminProblem {
  switch (problem.type) {
    case 'unreachable':
    case 'notOurServer':
      return 'unreachable'
    case 'unauthorized':
    case 'deviceRevoked':
    case 'otherPerson':
      return 'signedOut'
    case 'refused':
      return refusals.find(known => known === problem.error) ?? 'failed'
    case 'busy':
    case 'serverFull':
    case 'tooLarge':
    case 'upgradeRequired':
      return 'failed'
  }
}
