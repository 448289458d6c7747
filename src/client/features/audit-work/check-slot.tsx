import { memo, useEffect, useRef, useState } from 'react'
import type { PlannedCheck } from '../../../domain/audits/checklist.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import styles from './audit-work.module.css'
import { CheckCard, checkElement } from './check-card.tsx'

interface Props {
  readonly planned: PlannedCheck
  readonly isFirst: boolean
}

/** A check's place in the list: room for it until it comes within a screen or so of what is seen, then the card. */
export const CheckSlot = memo(function CheckSlot({ planned, isFirst }: Props) {
  const [isDrawn, setDrawn] = useState(isFirst)
  const room = useRef<HTMLDivElement>(null)
  const text = useLocalText()
  useEffect(() => {
    if (isDrawn || !room.current) return undefined
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) setDrawn(true)
      },
      { rootMargin: '800px 0px' },
    )
    observer.observe(room.current)
    return () => observer.disconnect()
  }, [isDrawn])
  if (isDrawn) return <CheckCard planned={planned} />
  const { label, evidenceToSee } = planned.item
  const letters = text(label).length + (evidenceToSee ? text(evidenceToSee).length : 0)
  return (
    <div
      ref={room}
      id={checkElement(planned.key)}
      tabIndex={-1}
      className={styles.room}
      style={{ height: 330 + Math.round(letters / 45) * 24 }}
    />
  )
})
