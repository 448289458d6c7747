import { findingFields, findingType, type ActionPart } from '../../domain/audits/finding-fields.ts'
import { feedId } from '../../domain/people/feed.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { toVietnamTime } from '../../lib/vietnam-time.ts'
import type { Services } from '../http/environment.ts'
import { hourMs, type DemoAudit, type DemoFinding } from './demo-audit.ts'
import type { IssuedFinding } from './demo-audit-report.ts'
import type { DemoSpeaker } from './demo-speaker.ts'
import { demoSignature } from './demo-picture.ts'
import { storeDemoPicture } from './store-demo-picture.ts'

/** What the commune and the auditors did about a finding, state by state, each by who may. */
export async function followDemoFinding(
  services: Services,
  { sample, name, lead }: DemoAudit,
  { sample: finding, thing, signedAt, dueOn }: IssuedFinding,
  say: DemoSpeaker,
): Promise<void> {
  const { leader, official } = sample
  for (const [state, days] of finding.steps ?? []) {
    const at = signedAt + Number(days) * 24 * hourMs
    const tell = (person: string, fields: readonly (readonly [string, JsonValue])[]) =>
      say(
        person,
        at,
        fields.map(([field, value]) => ({
          feed: feedId(name.unit, 'unit'),
          type: findingType,
          thing,
          field,
          value,
        })),
      )
    const move = (more: Record<string, JsonValue> = {}) =>
      [findingFields.move(`m-${state}`), { to: String(state), ...more }] as const
    const signed = async (person: string, seed: number) => {
      const { sha256, photo } = await storeDemoPicture(services, person, seed, demoSignature)
      return [
        [findingFields.evidence('signature', sha256), { ...photo }] as const,
        move({ signature: sha256 }),
      ]
    }
    const day = toVietnamTime(at).slice(0, 10)
    switch (String(state)) {
      case 'accepted':
        await tell(leader, await signed(leader, 2))
        break
      case 'disputed':
        await tell(leader, [move({ reason: finding.dispute ?? '' })])
        break
      case 'planned':
        await tell(official, [...planOf(finding, official, dueOn ?? day), move()])
        break
      case 'planApproved':
        await tell(leader, [move()])
        break
      case 'done':
        await tell(official, [...parts({ doneOn: day, doneNote: finding.doneNote ?? '' }), move()])
        break
      case 'verified':
        await tell(lead, [...parts({ verifyNote: finding.verifyNote ?? '', verifyMethod: 'onSite' }), move()])
        break
      case 'closed':
        await tell(lead, [...parts({ effectiveness: 'effective' }), ...(await signed(lead, 1))])
        break
      default:
        throw new Error(`the sample has a finding that becomes ${state}`)
    }
  }
}

const parts = (given: Partial<Record<ActionPart, string>>): readonly (readonly [string, string])[] =>
  Object.entries(given).map(([part, value]) => [findingFields.part(part as ActionPart), value] as const)

const planOf = (
  { correction = '', cause = '', action = '' }: DemoFinding,
  owner: string,
  dueOn: string,
): readonly (readonly [string, string])[] => parts({ correction, cause, action, owner, dueOn })
