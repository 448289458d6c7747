import type { ReactNode } from 'react'
import type { FieldControl } from './field.tsx'

interface GroupBoxProps {
  readonly control: FieldControl
  readonly labelId: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Several controls that answer together, named and described by their field. */
export function GroupBox({ control, labelId, className, children }: GroupBoxProps) {
  return (
    <div
      id={control.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would want a legend of its own
      role="group"
      aria-labelledby={labelId}
      aria-describedby={control['aria-describedby']}
      className={className}
    >
      {children}
    </div>
  )
}
