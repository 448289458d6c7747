import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { FileButton } from './file-button.tsx'
import styles from './file-field.module.css'
import { GroupBox } from './group-box.tsx'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icon.tsx'

export interface KeptFile {
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** Where it can be opened from, when it is on this device. */
  readonly url?: string | undefined
}

export interface FileFieldProps extends FieldFrame {
  readonly value: KeptFile | null
  readonly onChoose: (file: File) => void
  readonly onRemove: () => void
  /** As of <input accept>: '.pdf,.docx', 'video/*'. */
  readonly accept?: string | undefined
  readonly disabled?: boolean | undefined
}

/** One file of any kind, with its name and size. */
export function FileField({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  value,
  onChoose,
  onRemove,
  accept,
  disabled,
}: FileFieldProps) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }} group>
      {(control, labelId) => (
        <GroupBox {...{ control, labelId }} className={styles.file}>
          {value && (
            <div className={styles.kept}>
              <Icon name="document" className={styles.icon} />
              <span className={styles.words}>
                {value.url === undefined ? (
                  <span className={styles.name}>{value.name}</span>
                ) : (
                  <a href={value.url} download={value.name} className={styles.name}>
                    {value.name}
                  </a>
                )}
                <span className={styles.size}>{format.bytes(value.size)}</span>
              </span>
              {!disabled && (
                <IconButton icon="trash" label={t('file.remove', { name: value.name })} onClick={onRemove} />
              )}
            </div>
          )}
          {!value && disabled && <span>{t('file.none')}</span>}
          {!disabled && (
            <div>
              <FileButton
                label={t(value ? 'file.replace' : 'file.choose')}
                accept={accept}
                onFiles={([file]) => file && onChoose(file)}
              />
            </div>
          )}
        </GroupBox>
      )}
    </Field>
  )
}
