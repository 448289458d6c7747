import { err, ok } from '../../../lib/result.ts'
import type { Command } from './command.ts'

/** For a tablet that was lost or given away. Its unsent work stays in it (SY10). */
export const revokeDevice: Command = {
  summary: 'Signs a device out and does not let it in until allow-device.',
  needs: { device: 'which, as list-devices shows it' },
  async run({ devices, clock }, { options }) {
    const { device = '' } = options
    const isKnown = await devices.revoke(device, clock())
    if (!isKnown) return err(`No device "${device}" has ever synced. See: npm run admin -- list-devices`)
    return ok([
      `${device} is signed out and gets nothing more. What it has not sent yet stays on it.`,
      'A shared tablet has a device for each person: revoke the others too, and reset passwords that others may know.',
    ])
  },
}
