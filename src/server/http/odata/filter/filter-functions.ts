import type { EdmType, EdmValue } from '../edm.ts'

interface FilterFunction {
  readonly takes: readonly EdmType[]
  readonly gives: EdmType
  /** What an instant's day is depends on where the server's people are. */
  readonly run: (given: readonly EdmValue[], dayOf: (ms: number) => string) => EdmValue
}

const text = (value: EdmValue | undefined): string => String(value).normalize('NFC')
const test = (run: (text: string, part: string) => boolean): FilterFunction => ({
  takes: ['Edm.String', 'Edm.String'],
  gives: 'Edm.Boolean',
  run: ([whole, part]) => run(text(whole), text(part)),
})
const change = (run: (text: string) => string): FilterFunction => ({
  takes: ['Edm.String'],
  gives: 'Edm.String',
  run: ([whole]) => run(text(whole)),
})

/** OData 4.0 part 2, 5.1.1.4–5.1.1.6, as far as the feed has them. Given null, each gives null. */
export const filterFunctions: ReadonlyMap<string, FilterFunction> = new Map([
  ['contains', test((whole, part) => whole.includes(part))],
  ['startswith', test((whole, part) => whole.startsWith(part))],
  ['endswith', test((whole, part) => whole.endsWith(part))],
  ['tolower', change(whole => whole.toLowerCase())],
  ['toupper', change(whole => whole.toUpperCase())],
  ['trim', change(whole => whole.trim())],
  [
    'date',
    {
      takes: ['Edm.DateTimeOffset'],
      gives: 'Edm.Date',
      run: ([at], dayOf) => (typeof at === 'number' ? dayOf(at) : null),
    },
  ],
])
