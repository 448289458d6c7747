import { buttonClass } from './button-look.ts'
import { classNames } from './class-names.ts'
import styles from './file-button.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import iconButtonStyles from './icon-button.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface FileButtonProps {
  readonly label: string
  readonly icon?: IconName | undefined
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'tile' | 'icon' | undefined
  readonly accept?: string | undefined
  /** Opens the camera itself on tablets. */
  readonly capture?: 'environment' | 'user' | undefined
  readonly multiple?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly onFiles: (files: readonly File[]) => void
}

/** A native file input that looks like a button (or like a tile of a PhotoGrid). */
export function FileButton({
  label,
  icon = 'upload',
  look = 'secondary',
  onFiles,
  disabled,
  ...input
}: FileButtonProps) {
  const shape =
    look === 'tile' ? styles.tile : look === 'icon' ? iconButtonStyles.button : buttonClass({ look })
  return (
    <label
      className={classNames(shape, styles.label, disabled && styles.disabled)}
      title={look === 'icon' ? label : undefined}
    >
      <Icon name={icon} />
      {look === 'icon' ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      <input
        {...input}
        type="file"
        disabled={disabled}
        className={styles.input}
        onChange={event => {
          const files = [...(event.target.files ?? [])]
          // The same photo may be chosen again.
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </label>
  )
}
