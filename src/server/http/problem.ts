import type { Context } from 'hono'

/** What an answer can say went wrong; the app has a sentence for each. */
export type ProblemType =
  | 'badRequest'
  | 'unauthorized'
  | 'deviceRevoked'
  | 'otherPerson'
  | 'notYourRole'
  | 'tooManyTokens'
  | 'keyUnknown'
  | 'keyRevoked'
  | 'badSignature'
  | 'wrongPassword'
  | 'passwordIsOneTime'
  | 'passwordTooShort'
  | 'usernameTaken'
  | 'notAnAssignment'
  | 'overlaps'
  | 'lastAdministrator'
  | 'ownDevice'
  | 'tooManyTries'
  | 'crossSite'
  | 'notFound'
  | 'tooLarge'
  | 'upgradeRequired'
  | 'notAnImage'
  | 'notItsKind'
  | 'wrongOffset'
  | 'hashDiffers'
  | 'busy'
  | 'serverFull'
  | 'failed'

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 426 | 429 | 460 | 500 | 503 | 507

const statusOf: Readonly<Record<ProblemType, Status>> = {
  badRequest: 400,
  passwordTooShort: 400,
  unauthorized: 401,
  deviceRevoked: 401,
  wrongPassword: 401,
  otherPerson: 403,
  notYourRole: 403,
  keyUnknown: 403,
  keyRevoked: 403,
  badSignature: 403,
  crossSite: 403,
  notFound: 404,
  tooManyTokens: 409,
  usernameTaken: 409,
  notAnAssignment: 409,
  overlaps: 409,
  lastAdministrator: 409,
  ownDevice: 409,
  wrongOffset: 409,
  passwordIsOneTime: 409,
  tooLarge: 413,
  notAnImage: 415,
  notItsKind: 415,
  upgradeRequired: 426,
  tooManyTries: 429,
  hashDiffers: 460,
  failed: 500,
  busy: 503,
  serverFull: 507,
}

/** An error as data: `{ error: { type } }`, never a stack trace. */
export const problem = (c: Context, type: ProblemType, headers: Record<string, string> = {}): Response =>
  c.body(JSON.stringify({ error: { type } }), {
    status: statusOf[type] as 400,
    headers: { 'content-type': 'application/json', ...headers },
  })
