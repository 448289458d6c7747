import type { JsonValue } from '../../../src/lib/json-value.ts'
import type { TimedChange } from '../page/bulk-page.ts'
import type { BulkTablet, MeasuredSync } from '../support/bulk-tablet.ts'
import { figure, type Figure } from '../support/figure.ts'
import { mustBe } from '../support/must-be.ts'

const conflictCount = 1_000

interface Tablets {
  readonly filler: BulkTablet
  /** The same person on a second tablet. */
  readonly twin: BulkTablet
  readonly coordinator: BulkTablet
}

/** The answers of these changes change once more on one tablet, and another gets them. */
export async function measureUpdates(
  { filler, coordinator }: Tablets,
  changes: readonly TimedChange[],
): Promise<readonly Figure[]> {
  await coordinator.measureSync()
  const updates = rewrite(changes, 'sửa')
  await save(filler, updates)
  const push = await filler.measureSync()
  mustBe(push.sent, updates.length)
  const pull = await coordinator.measureSync()
  mustBe(pull.received, updates.length)
  return [...figuresOf('push_10k_updates', push), ...figuresOf('pull_10k_updates', pull)]
}

/** Two tablets change the same thousand answers without having seen each other's (SY6). */
export async function measureConflicts(
  { filler, twin, coordinator }: Tablets,
  changes: readonly TimedChange[],
): Promise<readonly Figure[]> {
  await twin.measureSync()
  const [mine, theirs] = ['một', 'hai'].map(word => rewrite(changes, word).slice(0, conflictCount))
  if (!mine || !theirs) throw new Error('there are two')
  await save(filler, mine)
  mustBe((await filler.measureSync()).sent, conflictCount)
  await save(twin, theirs)
  const push = await twin.measureSync()
  mustBe(push.sent, conflictCount)
  // Of each the value that lost, whichever it is.
  const pull = await coordinator.measureSync()
  mustBe(pull.received, 2 * conflictCount)
  return [...figuresOf('push_1k_conflicts', push), ...figuresOf('pull_1k_conflicts', pull)]
}

/** Another value for each answer, an hour later; what names a form stays. */
function rewrite(changes: readonly TimedChange[], word: string): readonly TimedChange[] {
  return changes
    .filter(({ change }) => change.field.startsWith('answers/'))
    .map(({ at, change }) => ({
      at: at + 3_600_000,
      change: { ...change, value: other(change.value, word) },
    }))
}

const other = (value: JsonValue, word: string): JsonValue =>
  `${typeof value === 'string' ? value : ''} ${word}`

const save = (tablet: BulkTablet, changes: readonly TimedChange[]): Promise<void> =>
  tablet.withApp(app => app.evaluate((one, json) => one.save(json), JSON.stringify(changes)))

const figuresOf = (name: string, { requests, bytes, pageMs, wallMs }: MeasuredSync): readonly Figure[] => [
  figure(`${name}_requests`, requests, 'requests'),
  figure(`${name}_bytes`, bytes / 1e6, 'MB'),
  figure(`${name}_cpu`, pageMs, 'ms'),
  figure(`${name}_wall`, wallMs, 'ms'),
]
