import words from '../../content/exports/table-words.json' with { type: 'json' }
import { asCodes, type ExportWords } from '../../domain/reports/export-options.ts'

const byLanguage: Readonly<Record<string, ExportWords>> = words

/** Our own words beside labels of a language: English where we do not speak it. */
export const exportWords = (language: string): ExportWords | undefined =>
  language === asCodes ? undefined : (byLanguage[language] ?? words.en)
