import { useContext } from 'react'
import { ToastContext } from './toast.ts'
import type { Toast } from './toast.ts'

/** `const toast = useToast(); toast({ message: t('saved'), tone: 'success' })`, anywhere inside ToastHost. */
export function useToast(): (toast: Toast) => void {
  const show = useContext(ToastContext)
  if (!show) throw new Error('useToast outside ToastHost')
  return show
}
