import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { anotherRun } from '../../../../domain/responses/response-fields.ts'
import { useLocalText } from '../../../i18n/local-text.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { OpenResponse } from '../response-gate.tsx'
import { HandoverFrame } from '../../../context/handover-frame.tsx'
import styles from '../../../context/handover-frame.module.css'
import { useFreshResponse } from './use-fresh-response.ts'

/** It is sent: thanks, and the tablet goes to the next person. What was sent cannot be reached from here. */
export function HandoverThanks({ thing, open }: { readonly thing: string; readonly open: OpenResponse }) {
  const { t } = useTranslation(['handover', 'responses'])
  const text = useLocalText()
  const begin = useFreshResponse(thing, open.feed, open.filling.form)
  const [isWorking, setWorking] = useState(false)
  const [hasFailed, setFailed] = useState(false)

  async function next(): Promise<void> {
    setWorking(true)
    const isBegun = await begin('next')
    setWorking(false)
    setFailed(!isBegun)
  }

  return (
    <HandoverFrame title={text(open.filling.form.form.title)}>
      <section className={styles.thanks}>
        <span className={styles.sign}>
          <Icon name="checkCircle" size="l" />
        </span>
        <h2 className={styles.thanksTitle}>{t('thanks.title')}</h2>
        <p>{t('thanks.text')}</p>
        {hasFailed && (
          <Banner tone="danger" announce>
            {t('responses:save.failed')}
          </Banner>
        )}
        {anotherRun(thing, '') !== undefined && (
          <Button look="primary" icon="user" busy={isWorking} onClick={() => void next()}>
            {t('thanks.next')}
          </Button>
        )}
      </section>
    </HandoverFrame>
  )
}
