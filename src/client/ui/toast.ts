import { createContext } from 'react'

/** A short word about something that has just happened. Nothing that must be read later. */
export interface Toast {
  readonly message: string
  readonly tone?: 'neutral' | 'success' | 'warning' | 'danger' | undefined
  readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined
  /** Default 5 s, 10 s with an action; it waits while pointed at or focused. */
  readonly durationMs?: number | undefined
}

export const ToastContext = createContext<((toast: Toast) => void) | null>(null)
