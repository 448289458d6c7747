import { compileForm } from '../../../src/domain/forms/compile-form.ts'
import type { AnswerValue, FormVersion } from '../../../src/domain/forms/form-version.ts'
import type { Chance } from './chance.ts'
import { formToXform } from './form-to-xform.ts'
import { openOdkForm, type OdkForm, type Standing } from './odk-form.ts'
import { openOurForm, type OurForm, type Spot } from './our-form.ts'

const changesPerForm = 20
const mostRows = 4

function anyAnswer(chance: Chance, { place }: Spot, offered: readonly string[]): AnswerValue | null {
  const { pick, below, once } = chance
  if (once(5)) return null
  switch (place.question?.type) {
    case 'integer':
      return below(14) - 2
    case 'decimal':
      return below(14) - 1.5
    case 'date':
      return pick(['2016-02-29', '2017-10-16', '2017-10-17', '2018-01-01'])
    case 'select_one':
      return offered.length > 0 ? pick(offered) : null
    case 'select_multiple':
      return offered.filter(() => once(2))
    default:
      return pick(['an', 'Bình', 'a', 'x y', '12', '3'])
  }
}

const isSame = (a: Standing, b: Standing): boolean =>
  a.relevant === b.relevant &&
  (!a.relevant || a.required === b.required) &&
  a.violation === b.violation &&
  (a.value === b.value ||
    (a.value !== '' && b.value !== '' && Math.abs(Number(a.value) - Number(b.value)) < 1e-9))

/** What the two engines see differently. */
function compare(
  ours: ReadonlyMap<string, Standing>,
  theirs: ReadonlyMap<string, Standing>,
): readonly string[] {
  const paths = new Set([...ours.keys(), ...theirs.keys()])
  return [...paths].flatMap(path => {
    if (/_count$|\/meta\//u.test(path)) return []
    const [our, their] = [ours.get(path) ?? hidden, theirs.get(path) ?? hidden]
    return isSame(our, their) ? [] : [`${path}: ours ${JSON.stringify(our)}, theirs ${JSON.stringify(their)}`]
  })
}

const hidden: Standing = { relevant: false, required: false, value: '', violation: null }

/** Where the two engines part: the first differences in the order of the form, and how they came about. */
export interface Parting {
  readonly form: FormVersion
  readonly done: readonly string[]
  readonly differences: readonly string[]
  /** Of our engine. */
  readonly values: ReadonlyMap<string, Standing>
}

/**
 * Fills a form in both engines with answers and rows of chance, and compares every question after every change.
 * Counts what it compared.
 */
export async function fillBoth(
  form: FormVersion,
  chance: Chance,
): Promise<{ readonly compared: number; readonly parting: Parting | undefined }> {
  const compiled = compileForm(form)
  if (!compiled.ok) throw new Error(`${JSON.stringify(compiled.error)} ${describeForm(form)}`)
  const ours = openOurForm(compiled.value)
  const theirs = await openOdkForm(formToXform(form))
  const done: string[] = ['opened']
  let compared = 0
  for (let change = 0; change <= changesPerForm; change++) {
    if (change > 0) done.push(changeBoth(chance, ours, theirs))
    const seen = ours.read()
    compared += seen.size
    const differences = compare(seen, theirs.read())
    if (differences.length > 0) return { compared, parting: { form, done, differences, values: seen } }
  }
  return { compared, parting: undefined }
}

function changeBoth(chance: Chance, ours: OurForm, theirs: OdkForm): string {
  const growing = ours.repeats().filter(spot => !('count' in (spot.place.item ?? {})) && ours.isShown(spot))
  if (growing.length > 0 && chance.once(5)) {
    const repeat = chance.pick(growing)
    const rows = ours.countRows(repeat)
    if (rows > 0 && (rows >= mostRows || chance.once(2))) {
      const at = chance.below(rows)
      ours.removeRow(repeat, at)
      theirs.removeRow(repeat.path, at)
      return `${repeat.path}: row ${at + 1} removed`
    }
    ours.addRow(repeat)
    theirs.addRow(repeat.path)
    return `${repeat.path}: row added`
  }
  const open = ours
    .questions()
    .filter(spot => spot.place.question?.type !== 'calculate' && ours.isShown(spot))
  if (open.length === 0) return 'nothing is shown'
  const spot = chance.pick(open)
  const value = anyAnswer(chance, spot, ours.offered(spot))
  ours.answer(spot, value)
  theirs.answer(spot.path, value)
  return `${spot.path} := ${JSON.stringify(value)}`
}

/** A form in short, as a person reads it. */
export function describeForm(form: FormVersion): string {
  const lines: string[] = []
  const tell = (item: Record<string, unknown>, indent: string): void => {
    const { items, label: _, title: __, options: ___, isLoose: ____, ...rest } = item
    const shown = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== false))
    lines.push(indent + JSON.stringify(shown))
    for (const inner of (items ?? []) as Record<string, unknown>[]) tell(inner, `${indent}  `)
  }
  for (const section of form.sections) tell(section as unknown as Record<string, unknown>, '')
  return lines.join('\n')
}
