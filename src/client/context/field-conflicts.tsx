import { useTranslation } from 'react-i18next'
import { settledField } from '../../sync/protocol/conflict.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useApp } from './app-context.tsx'
import styles from './field-conflicts.module.css'
import type { ConflictSide, ConflictView } from './list-conflicts.ts'
import { useSideWords } from './use-side-words.ts'

export interface FieldConflictsProps {
  readonly of: { readonly feed: string; readonly type: string; readonly thing: string }
  readonly conflicts: readonly ConflictView[]
  /** Whether this person may settle it at all. */
  readonly mayChange: boolean
  /** Whether the other value may be taken back now; left out: whenever it may be settled. */
  readonly mayRestore?: ((field: string) => boolean) | undefined
  /** @param isOnePerson who wrote both, on two tablets */
  readonly titleOf: (field: string, isOnePerson: boolean) => string
  /** A value in words; '' for none. */
  readonly valueText: (field: string, value: JsonValue) => string
}

/** "Two people changed this": both values, and one tap to keep the one or take the other back (SY6). */
export function FieldConflicts({ conflicts, ...given }: FieldConflictsProps) {
  return conflicts.map(conflict => <OneConflict key={conflict.op} {...given} conflict={conflict} />)
}

function OneConflict({
  of,
  conflict,
  mayChange,
  mayRestore = () => true,
  titleOf,
  valueText,
}: Omit<FieldConflictsProps, 'conflicts'> & { readonly conflict: ConflictView }) {
  const app = useApp()
  const { t } = useTranslation('responses')
  const { field, lost, kept } = conflict
  const settle = { field: settledField(conflict.op), value: true }
  const save = (changes: readonly { field: string; value: JsonValue }[]): void =>
    void app.save(changes.map(change => ({ ...of, ...change })))
  return (
    <Banner
      tone="warning"
      title={titleOf(field, lost.author === kept?.author)}
      action={
        mayChange && (
          <div className={styles.buttons}>
            <Button icon="check" onClick={() => save([settle])}>
              {t('conflict.keep')}
            </Button>
            {mayRestore(field) && (
              <Button icon="undo" onClick={() => save([{ field, value: lost.value }, settle])}>
                {t('conflict.restore')}
              </Button>
            )}
          </div>
        )
      }
    >
      <div className={styles.sides}>
        <Side name={t('conflict.kept')} side={kept} text={valueText(field, kept?.value ?? null)} />
        <Side name={t('conflict.lost')} side={lost} text={valueText(field, lost.value)} />
      </div>
    </Banner>
  )
}

interface SideProps {
  readonly name: string
  readonly side: ConflictSide | undefined
  readonly text: string
}

/** A value, and who wrote it when on which tablet. */
function Side({ name, side, text }: SideProps) {
  const { t } = useTranslation('responses')
  const wordsOf = useSideWords()
  return (
    <div className={styles.side}>
      <p className={styles.name}>{name}</p>
      <p dir="auto" className={styles.value}>
        {text || t('conflict.empty')}
      </p>
      {side && <p className={styles.name}>{wordsOf(side)}</p>}
    </div>
  )
}
