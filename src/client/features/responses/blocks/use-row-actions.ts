import { useTranslation } from 'react-i18next'
import { useToast } from '../../../ui/use-toast.ts'
import { useFilling } from '../filling-context.tsx'
import { focusBlock, focusFirstField } from '../focus-element.ts'
import { addElement, rowElement, type RowsHere } from './block.ts'
import type { SectionLayout } from './use-section.ts'

/** What people do with the rows of a repeat. */
export interface RowActions {
  readonly addRow: (here: RowsHere) => void
  /** `title` is what the row is called, for the word that offers it back. */
  readonly removeRow: (here: RowsHere, row: string, title: string) => void
  readonly goToRow: (here: RowsHere, row: string) => void
  readonly openRows: (rows: readonly string[], isOpen: boolean) => void
}

export function useRowActions({ blocks, openRows, show }: SectionLayout): RowActions {
  const { filling } = useFilling()
  const { t } = useTranslation('responses')
  const toast = useToast()

  function restore(repeat: string, row: string): void {
    filling.restoreRow(repeat, row)
    openRows([row], true)
    show(rowElement(repeat, row))
    focusBlock(rowElement(repeat, row))
  }
  return {
    openRows,
    addRow({ repeat, around, rows }) {
      const row = filling.addRow(repeat.id, around)
      const seen = blocks.flatMap(block =>
        block.kind === 'row' && block.isOpen && rows.includes(block.row) ? [block.row] : [],
      )
      // What was open stays so when the list becomes a long one.
      openRows([...seen, row], true)
      show(rowElement(repeat.id, row))
      focusFirstField(rowElement(repeat.id, row))
    },
    removeRow({ repeat, around }, row, title) {
      // The rows of now: a head is not drawn again for each row that comes after it.
      const rows = filling.session.rows(repeat.id, around)
      const at = rows.indexOf(row)
      const beside = rows[at + 1] ?? rows[at - 1]
      filling.removeRow(repeat.id, row)
      focusBlock(beside === undefined ? addElement(repeat.id, around) : rowElement(repeat.id, beside))
      toast({
        message: t('rows.removed', { row: title }),
        action: { label: t('rows.undo'), onSelect: () => restore(repeat.id, row) },
      })
    },
    goToRow({ repeat }, row) {
      openRows([row], true)
      show(rowElement(repeat.id, row))
      focusBlock(rowElement(repeat.id, row), 'start')
    },
  }
}
