import type { FormItem } from '../../../../domain/forms/form-version.ts'
import type { FormSession } from '../../../../domain/forms/form-session.ts'
import { keyInRow, splitKey } from '../../../../domain/forms/row.ts'
import { useLocalText } from '../../../i18n/local-text.ts'
import { useFilling } from '../filling-context.tsx'
import type { Block } from './block.ts'
import styles from './blocks.module.css'
import { useTold } from './use-is-shown.ts'

type GroupBlock = Extract<Block, { readonly kind: 'group' }>

/** The words above a group; nothing while all of it is hidden. */
export function GroupHeading({ block: { id, key, group, depth } }: { readonly block: GroupBlock }) {
  const { session } = useFilling().filling
  const text = useLocalText()
  const isShown = useTold(
    filling => filling.session.isShown(key) && showsAny(group.items, key, filling.session),
  )
  if (!isShown || !group.label) return null
  const Heading = depth === 0 ? 'h3' : 'h4'
  return (
    <div id={id} tabIndex={-1} className={styles.group}>
      <Heading dir="auto" className={styles.groupTitle}>
        {text(session.text(group.label, key))}
      </Heading>
      {group.hint && <p className={styles.soft}>{text(session.text(group.hint, key))}</p>}
    </div>
  )
}

function showsAny(items: readonly FormItem[], groupKey: string, session: FormSession): boolean {
  const { row } = splitKey(groupKey)
  return items.some(item => {
    const key = keyInRow(item.id, row)
    if (item.type === 'repeat') return session.isShown(key)
    if (item.type === 'group') return showsAny(item.items, key, session)
    return session.has(key) && session.question(key).relevant
  })
}
