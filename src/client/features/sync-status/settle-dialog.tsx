import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settlementTypeOf, type HeldWay } from '../../../sync/protocol/held-settlement.ts'
import {
  heldQuestionField,
  settlementField,
  settlementThing,
} from '../../../sync/protocol/settlement-name.ts'
import { msOfHlc } from '../../../sync/protocol/hlc.ts'
import { useApp } from '../../context/app-context.tsx'
import type { HeldElsewhere } from '../../context/app.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './sync-page.module.css'

interface Props {
  readonly record: HeldElsewhere
  readonly way: HeldWay
  readonly onClose: () => void
}

const longestNote = 2000

const keys = {
  accepted: { title: 'acceptTitle', ask: 'acceptAsk', do: 'accept', note: 'note' },
  dismissed: { title: 'dismissTitle', ask: 'dismissAsk', do: 'dismiss', note: 'dismissReason' },
  asked: { title: 'askTitle', ask: 'askAsk', do: 'askDo', note: 'askNote' },
} as const

/** A reviewer decides about somebody's held change, or asks its sender; that is a change of their own (SY4). */
export function SettleDialog({ record, way, onClose }: Props) {
  const app = useApp()
  const nameOf = usePersonName()
  const format = useFormat()
  const { t } = useTranslation('sync')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<'reasonMissing' | 'failed'>()
  const { op, author } = record
  const needsNote = way !== 'accepted'
  const words = keys[way]

  async function settle(): Promise<void> {
    const type = settlementTypeOf(op.feed)
    if (needsNote && note.trim() === '') return setProblem('reasonMissing')
    if (type === undefined) return
    const name = { op: op.id, author }
    const change =
      way === 'asked'
        ? { field: heldQuestionField(name), value: { note: note.trim() } }
        : { field: settlementField(name), value: { result: way, note: note.trim() } }
    const saved = await app.save([{ feed: op.feed, type, thing: settlementThing(op.feed), ...change }])
    if (!saved.ok) return setProblem('failed')
    onClose()
  }

  return (
    <ConfirmDialog
      open
      title={t(`held.${words.title}`)}
      confirm={t(`held.${words.do}`)}
      onConfirm={() => void settle()}
      onCancel={onClose}
    >
      <div className={styles.stack}>
        <p className={styles.value}>
          {t(`held.${words.ask}`, {
            name: nameOf(author),
            time: format.dateTime(msOfHlc(op.hlc)),
          })}
        </p>
        <TextArea
          label={t(`held.${words.note}`)}
          required={needsNote}
          value={note}
          maxLength={longestNote}
          onChange={setNote}
          error={
            problem === 'reasonMissing'
              ? t(way === 'asked' ? 'held.askNoteMissing' : 'held.dismissReasonMissing')
              : undefined
          }
        />
        {problem === 'failed' && (
          <Banner tone="warning" announce>
            {t('held.failed')}
          </Banner>
        )}
      </div>
    </ConfirmDialog>
  )
}
