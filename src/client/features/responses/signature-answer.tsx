import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '../../../domain/forms/form-version.ts'
import { responseFields } from '../../../domain/responses/response-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { usePhotoUrls } from '../../context/use-photo-urls.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { makeSignature } from '../../photos/make-photo.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SignaturePad } from '../../ui/signature-pad.tsx'
import { useFilling } from './filling-context.tsx'
import styles from './question-card.module.css'
import type { QuestionView } from './question-view.ts'
import { saveFields } from './save-fields.ts'

export function SignatureAnswer({
  question,
  view,
}: {
  readonly question: Question
  readonly view: QuestionView
}) {
  const app = useApp()
  const { thing, feed, mayFill: mayChange } = useFilling()
  const mayFill = mayChange && view.state.readonly !== true
  const text = useLocalText()
  const { t } = useTranslation('responses')
  const [isSigning, setSigning] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const { urls } = usePhotoUrls(view.photos.map(({ sha256, photo }) => ({ sha256, thumb: photo.thumb })))
  // Two tablets without a network may have signed the same question.
  const isSigned = view.photos.length > 0

  async function sign(png: Blob): Promise<void> {
    const { sha256, photo: value, files } = await makeSignature(png)
    const saved = await saveFields(
      app,
      { thing, feed },
      [
        ...view.photos
          .filter(photo => photo.sha256 !== sha256)
          .map(photo => ({ field: responseFields.evidence(question.id, photo.sha256), value: null })),
        { field: responseFields.evidence(question.id, sha256), value: { ...value } },
      ],
      files,
    )
    setFailed(!saved.ok)
    if (saved.ok) setSigning(false)
  }

  return (
    <div className={styles.extra}>
      {view.photos.length > 1 && <Banner tone="warning">{t('signature.several')}</Banner>}
      {view.photos.map(({ sha256 }) => {
        const url = urls.get(sha256)?.thumb
        return url ? (
          <img key={sha256} src={url} alt={t('signature.signed')} className={styles.signed} />
        ) : (
          <p key={sha256}>{t('photo.missing')}</p>
        )
      })}
      {mayFill && (
        <div>
          <Button icon="signature" onClick={() => setSigning(true)}>
            {isSigned ? t('signature.again') : t('signature.sign')}
          </Button>
        </div>
      )}
      <Dialog open={isSigning} onClose={() => setSigning(false)} title={text(question.label)}>
        {hasFailed && (
          <Banner tone="danger" announce>
            {t('save.failed')}
          </Banner>
        )}
        <SignaturePad label={text(question.label)} onDone={png => void sign(png)} />
      </Dialog>
    </div>
  )
}
