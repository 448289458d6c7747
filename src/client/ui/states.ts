import type { IconName } from './icon-shapes.ts'
import type { Tone } from './tone.ts'

/** Every state the app shows has a shape of its own, so that it can be told without its colour. */
export const states = {
  onTablet: { icon: 'tablet', tone: 'info' },
  atServer: { icon: 'cloudCheck', tone: 'success' },
  inBackup: { icon: 'shieldCheck', tone: 'success' },
  waiting: { icon: 'hourglass', tone: 'info' },
  sending: { icon: 'sync', tone: 'info' },
  offline: { icon: 'cloudOff', tone: 'neutral' },
  held: { icon: 'pauseCircle', tone: 'warning' },
  conflict: { icon: 'fork', tone: 'warning' },
  failed: { icon: 'octagon', tone: 'danger' },
  notStarted: { icon: 'circle', tone: 'neutral' },
  draft: { icon: 'pencil', tone: 'neutral' },
  inProgress: { icon: 'half', tone: 'info' },
  done: { icon: 'check', tone: 'success' },
  sent: { icon: 'send', tone: 'info' },
  returned: { icon: 'undo', tone: 'warning' },
  approved: { icon: 'checkCircle', tone: 'success' },
  late: { icon: 'warning', tone: 'danger' },
  dueSoon: { icon: 'clock', tone: 'warning' },
  notApplicable: { icon: 'slash', tone: 'neutral' },
} as const satisfies Record<string, { icon: IconName; tone: Tone }>

export type StateName = keyof typeof states
