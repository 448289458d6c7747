import type { CompiledForm } from '../../../../domain/forms/compile-form.ts'
import type { FormSession } from '../../../../domain/forms/form-session.ts'
import { keyInRow, splitKey } from '../../../../domain/forms/row.ts'
import { chooseControl } from '../controls/choose-control.ts'
import type { Block } from './block.ts'

/** About how high a block will be, in pixels, before it is drawn; 0 for what is hidden. */
export function guessHeight(block: Block, form: CompiledForm, session: FormSession): number {
  switch (block.kind) {
    case 'question': {
      if (!session.has(block.key) || !session.question(block.key).relevant) return 0
      const question = form.questions.get(splitKey(block.key).id)?.question
      if (!question) return 0
      const name = chooseControl(question)
      if (name === 'choices') return 140 + 52 * session.options(block.key).length
      return name === 'words' || name === 'computed' ? 110 : 200
    }
    case 'group':
      return session.isShown(block.key) ? 56 : 0
    case 'matrix':
      return session.isShown(keyInRow(block.group.id, block.row)) ? 80 + 64 * block.keys.length : 0
    case 'repeat':
    case 'row':
    case 'add':
      return session.isShown(keyInRow(block.repeat.id, block.around)) ? 64 : 0
  }
}
