import audits from '../../content/demo/audits.json' with { type: 'json' }
import { auditThing, nextNumber } from '../../domain/audits/audit-number.ts'
import { toVietnamTime } from '../../lib/vietnam-time.ts'
import { playDemoAudit, type DemoAudit } from './demo-audit.ts'
import { signDemoAudit } from './demo-audit-report.ts'
import { planDemoAudit } from './demo-audit-plan.ts'
import { followDemoFinding } from './demo-finding-steps.ts'
import { createDemoSpeaker } from './demo-speaker.ts'
import type { OpenedServices } from './open-services.ts'
import { unitId } from '../../domain/people/unit.ts'
import { unitsFrom } from './seed-reference.ts'

const dayMs = 86_400_000
const lead = 'p-danhgia'
const member = 'p-danhgia2'

/**
 * Plays the audits before the demo: the plan, the fieldwork of two auditors, the signed report, and what the communes did
 * about their findings, all by these people themselves. Run again from the same moment it changes nothing.
 */
export async function seedDemoAudits(opened: OpenedServices, startedAt: number): Promise<void> {
  const { services } = opened
  const say = await createDemoSpeaker(opened, { name: 'audits', firstSeq: 900_000 })
  const seats = { [lead]: await say(lead, startedAt, []), [member]: await say(member, startedAt, []) }
  const numbers = new Map<number, string[]>()
  for (const sample of audits) {
    const from = dayToMs(firstDay(sample.begins, startedAt))
    const year = Number(dayOf(from).slice(0, 4))
    const taken = numbers.get(year) ?? []
    const number = nextNumber(seats[lead] ?? 0, taken)
    numbers.set(year, [...taken, number])
    const unit = unitId(sample.commune, unitsFrom)
    const name = { year, audit: number, unit }
    const audit: DemoAudit = { sample, name, thing: auditThing(name), from, startedAt, lead, member, seats }
    const plan = await planDemoAudit(services, audit, say)
    if (sample.state === 'planned') continue
    await playDemoAudit(audit, plan, say)
    if (sample.state !== 'signed') continue
    const issued = await signDemoAudit(services, audit, plan, say)
    for (const finding of issued) await followDemoFinding(services, audit, finding, say)
  }
}

/** `YYYY-MM-DD` of the first day: so many days before the demo began, or the last fifteenth of November but one year old. */
function firstDay(begins: string | number, startedAt: number): string {
  if (typeof begins === 'number') return dayOf(startedAt - begins * dayMs)
  return `${Number(dayOf(startedAt).slice(0, 4)) - 1}-11-15`
}

const dayOf = (ms: number): string => toVietnamTime(ms).slice(0, 10)
const dayToMs = (day: string): number => Date.parse(`${day}T00:00:00+07:00`)
