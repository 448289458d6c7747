import { err, ok } from '../../../lib/result.ts'
import type { Command } from './command.ts'

export const allowDevice: Command = {
  summary: 'Lets a revoked device in again; its person has to sign in anew.',
  needs: { device: 'which, as list-devices shows it' },
  async run({ devices }, { options }) {
    const { device = '' } = options
    return (await devices.allow(device))
      ? ok([`${device} is let in again after its person has signed in.`])
      : err(`The device "${device}" is not revoked. See: npm run admin -- list-devices`)
  },
}
