import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './training.module.css'

/** Somebody who stands on no list; present as soon as they are added. Empty again once that is on the tablet. */
export function AddAttendee({ onAdd }: { readonly onAdd: (name: string, post: string) => Promise<boolean> }) {
  const { t } = useTranslation('training')
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  async function add(): Promise<void> {
    if (!(await onAdd(name.trim().slice(0, 200), post.trim().slice(0, 200)))) return
    setName('')
    setPost('')
  }
  return (
    <div className={styles.pair}>
      <TextField label={t('attendance.addName')} value={name} onChange={setName} />
      <TextField label={t('attendance.addPost')} value={post} onChange={setPost} />
      <Button icon="plus" disabled={name.trim() === ''} onClick={() => void add()}>
        {t('attendance.add')}
      </Button>
    </div>
  )
}
