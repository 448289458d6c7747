import { provinceId } from '../seed-reference.ts'
import { addPerson } from './add-person.ts'
import type { Command } from './command.ts'

export const createAdmin: Command = {
  summary: 'Adds an administrator of the province.',
  needs: { username: 'name to sign in with', name: 'full name' },
  asksPassword: true,
  run: (services, input) =>
    addPerson.run(services, {
      ...input,
      options: { ...input.options, role: 'administrator', unit: provinceId },
    }),
}
