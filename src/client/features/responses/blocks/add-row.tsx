import { useTranslation } from 'react-i18next'
import { keyInRow } from '../../../../domain/forms/row.ts'
import { Button } from '../../../ui/button.tsx'
import { useFilling } from '../filling-context.tsx'
import type { Block } from './block.ts'
import { inSentence } from './in-sentence.ts'
import { useIsShown } from './use-is-shown.ts'
import type { RowActions } from './use-row-actions.ts'
import { useRepeatLabel } from './use-row-title.ts'

interface Props {
  readonly block: Extract<Block, { readonly kind: 'add' }>
  readonly actions: RowActions
}

/** Below the last row: one more. */
export function AddRow({ block, actions }: Props) {
  const { mayFill } = useFilling()
  const { t } = useTranslation('responses')
  const label = useRepeatLabel()(block)
  const isShown = useIsShown(keyInRow(block.repeat.id, block.around))
  if (!isShown || !mayFill) return null
  return (
    <Button id={block.id} icon="plus" onClick={() => actions.addRow(block)}>
      {t('rows.add', { label: inSentence(label) || t('rows.unnamed') })}
    </Button>
  )
}
