import { addPerson } from './add-person.ts'
import { allowDevice } from './allow-device.ts'
import { assignRole } from './assign-role.ts'
import { backUp } from './back-up.ts'
import { changeProgramme } from './change-programme.ts'
import { changeUnits } from './change-units.ts'
import type { Command } from './command.ts'
import { createAdmin } from './create-admin.ts'
import { endAssignment } from './end-assignment.ts'
import { importPeople } from './import-people.ts'
import { listDevices } from './list-devices.ts'
import { listPeople } from './list-people.ts'
import { listUnits } from './list-units.ts'
import { resetPassword } from './reset-password.ts'
import { revokeDevice } from './revoke-device.ts'
import { takeIn } from './take-in.ts'
import { restore } from './restore.ts'
import { verify } from './verify.ts'

/** What `npm run admin` can do. */
export const commands: Readonly<Record<string, Command>> = {
  'create-admin': createAdmin,
  'add-person': addPerson,
  assign: assignRole,
  'end-assignment': endAssignment,
  'reset-password': resetPassword,
  'list-devices': listDevices,
  'revoke-device': revokeDevice,
  'allow-device': allowDevice,
  'list-people': listPeople,
  'list-units': listUnits,
  'import-people': importPeople,
  programme: changeProgramme,
  'units-change': changeUnits,
  'take-in': takeIn,
  backup: backUp,
  restore,
  verify,
}
