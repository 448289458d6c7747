/** A text of `locales/<language>/papers.json` with its values put in. */
export type PaperWords = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** What papers need to name people, areas, clauses and days. */
export interface PaperNames {
  readonly words: PaperWords
  readonly person: (id: string) => string
  readonly area: (id: string) => string
  readonly clause: (standard: '2008' | '2015', id: string) => string
  readonly grade: (grade: string) => string
  readonly verdict: (verdict: string) => string
  /** `dd/MM/yyyy` of `YYYY-MM-DD`, `HH:mm dd/MM/yyyy` of `YYYY-MM-DDTHH:mm` and of instants. */
  readonly date: (day: string) => string
  readonly time: (at: number | string) => string
  readonly item: (id: string) => string
}
