import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadToken } from '../../../context/app.ts'
import { useApp } from '../../../context/app-context.tsx'
import { useFormat } from '../../../i18n/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useToast } from '../../../ui/use-toast.ts'
import { problemOf } from './use-read-tokens.ts'
import styles from './open-data.module.css'

interface TokenListProps {
  readonly tokens: readonly ReadToken[]
  readonly onRevoked: () => void
}

export function TokenList({ tokens, onRevoked }: TokenListProps) {
  const app = useApp()
  const toast = useToast()
  const format = useFormat()
  const { t } = useTranslation('openData')
  const [asked, setAsked] = useState<ReadToken>()
  const [isBusy, setBusy] = useState(false)

  async function revoke({ id }: ReadToken): Promise<void> {
    setBusy(true)
    const answer = await (await app.openData()).revoke(id)
    setBusy(false)
    setAsked(undefined)
    if (answer.type !== 'revoked') {
      toast({ tone: 'danger', message: t(`problem.${problemOf(answer)}`) })
      return
    }
    toast({ tone: 'success', message: t('revoked') })
    onRevoked()
  }

  return (
    <section>
      <h3 className={styles.heading}>{t('tokens')}</h3>
      {tokens.length === 0 && <p className={styles.soft}>{t('none')}</p>}
      <ul className={styles.list}>
        {tokens.map(token => (
          <li key={token.id} className={styles.token}>
            <span className={styles.words}>
              <span dir="auto" className={styles.name}>
                {token.name}
              </span>
              <span className={styles.soft}>
                {token.usedAt === null ? t('neverUsed') : t('used', { when: format.dateTime(token.usedAt) })}
                {' · '}
                {t('until', { date: format.date(token.expiresAt) })}
              </span>
            </span>
            <Button
              icon="trash"
              aria-label={t('revokeNamed', { name: token.name })}
              onClick={() => setAsked(token)}
            >
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asked !== undefined}
        title={t('revokeTitle', { name: asked?.name ?? '' })}
        confirm={t('revoke')}
        look="danger"
        busy={isBusy}
        onConfirm={() => asked && void revoke(asked)}
        onCancel={() => setAsked(undefined)}
      >
        {t('revokeWords')}
      </ConfirmDialog>
    </section>
  )
}
