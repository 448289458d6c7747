import type { XlsformRow } from './xlsform-row.ts'

const columns: ReadonlySet<string> = new Set([
  'relevant', 'constraint', 'soft_constraint', 'calculation', 'default', 'required', 'read_only', 'choice_filter',
  'repeat_count',
]) // prettier-ignore

/** Texts, which stay as they are, and the first step of paths from the top. */
const firstStep =
  /'[^']*'|"[^"]*"|(?<![\p{L}\p{M}\p{N}_.\])}*/-])\/\s*([\p{L}_][\p{L}\p{M}\p{N}_.-]*)(?=\s*\/)/gu

/**
 * Rows whose paths from the top begin with `/data`, whichever of these names the root had: pyxform has named it after
 * the file, the form_id or the setting `name`.
 */
export function renameRoot(
  rows: readonly XlsformRow[],
  names: readonly (string | undefined)[],
): readonly XlsformRow[] {
  const roots = new Set(names)
  const rename = (text: string): string =>
    text.replace(firstStep, (found, name: string | undefined) =>
      name !== undefined && roots.has(name) ? '/data' : found,
    )
  return rows.map(row => ({
    ...row,
    text: column => (columns.has(column) ? rename(row.text(column)) : row.text(column)),
  }))
}
