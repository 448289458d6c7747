import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentEndings, attachmentLimits } from '../../../../domain/responses/attachment.ts'
import { audioRecorder } from '../../../device/record-audio.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { AudioField } from '../../../ui/audio-field.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import type { AddAttachmentProblem } from '../add-attachment.ts'
import styles from '../question-card.module.css'
import { useAttachment } from '../use-attachment.ts'
import type { ControlProps } from './control-props.ts'
import { useAnswering } from './use-answering.ts'
import { saveProblemKey } from '../../../context/save-problem-key.ts'

const accepted = Object.entries(attachmentEndings)
  .map(([type, ending]) => `.${ending},${type}`)
  .join(',')

export function RecordingControl(props: ControlProps) {
  const { frame, disabled } = useAnswering(props)
  const { t } = useTranslation('responses')
  const { kept, url, problem, add, remove, forgetProblem } = useAttachment(props.question.id, props.view)
  const [record] = useState(() => audioRecorder())
  return (
    <div className={styles.extra}>
      <AudioField
        {...{ ...frame, disabled, record }}
        value={url === undefined ? null : { url }}
        onRecorded={audio => void add(audio)}
        onRemove={() => void remove()}
      />
      {kept && url === undefined && <p className={styles.soft}>{t('file.missing')}</p>}
      {!record && !kept && !disabled && (
        <div>
          <FileButton
            label={t('file.chooseAudio')}
            accept="audio/*"
            capture="user"
            onFiles={([file]) => file && void add(file)}
          />
        </div>
      )}
      <AttachmentProblem problem={problem} onDismiss={forgetProblem} />
    </div>
  )
}

export function DocumentControl(props: ControlProps) {
  const { frame, disabled } = useAnswering(props)
  const { t } = useTranslation('responses')
  const { kept, url, problem, add, remove, forgetProblem } = useAttachment(props.question.id, props.view)
  const name = kept?.attachment.name ?? t('file.unnamed')
  return (
    <div className={styles.extra}>
      <FileField
        {...{ ...frame, disabled }}
        value={kept ? { name, size: kept.attachment.size, url } : null}
        accept={accepted}
        onChoose={file => void add(file)}
        onRemove={() => void remove()}
      />
      {kept && url === undefined && <p className={styles.soft}>{t('file.missing')}</p>}
      <AttachmentProblem problem={problem} onDismiss={forgetProblem} />
    </div>
  )
}

function AttachmentProblem({
  problem,
  onDismiss,
}: {
  readonly problem: AddAttachmentProblem['type'] | undefined
  readonly onDismiss: () => void
}) {
  const { t } = useTranslation('responses')
  const format = useFormat()
  if (!problem) return null
  const words = (): string => {
    switch (problem) {
      case 'notTaken':
      case 'fileEmpty':
        return t(`file.${problem}`)
      case 'fileTooLarge':
        return t('file.fileTooLarge', { limit: format.bytes(attachmentLimits.bytes) })
      case 'noRoom':
        return t('photo.noRoom')
      case 'quotaExceeded':
      case 'databaseGone':
      case 'valueTooLarge':
      case 'databaseFailed':
        return t(saveProblemKey(problem))
    }
  }
  return (
    <Banner tone="danger" announce onDismiss={onDismiss}>
      {words()}
    </Banner>
  )
}
