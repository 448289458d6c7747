import { useEffect, useEffectEvent, useRef } from 'react'

interface Props {
  /** In pixels, about. */
  readonly height: number
  readonly onNear: () => void
}

/** Room for what is drawn once it comes within a screen or so of what is seen. */
export function WaitingRun({ height, onNear }: Props) {
  const room = useRef<HTMLDivElement>(null)
  const near = useEffectEvent(onNear)
  useEffect(() => {
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) near()
      },
      { rootMargin: '800px 0px' },
    )
    if (room.current) observer.observe(room.current)
    return () => observer.disconnect()
  }, [])
  return <div ref={room} style={{ height }} />
}
