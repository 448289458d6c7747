import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../context/app-context.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import { Stack } from '../../../ui/stack.tsx'
import { CopyField } from './copy-field.tsx'
import { MakeToken } from './make-token.tsx'
import { MadeToken } from './made-token.tsx'
import { TokenList } from './token-list.tsx'
import { useReadTokens } from './use-read-tokens.ts'

/** Where Excel and Power BI read this person's figures, and with which tokens. */
export function OpenDataCard() {
  const app = useApp()
  const { t, ready } = useTranslation('openData')
  const { listed, problem, reload } = useReadTokens()
  const [made, setMade] = useState<string>()
  if (!ready) return <Spinner />
  return (
    <Card title={t('title')} subtitle={t('hint')}>
      <Stack>
        {problem && (
          <Banner
            tone="info"
            announce
            action={
              <Button icon="sync" onClick={reload}>
                {t('retry')}
              </Button>
            }
          >
            {t(`problem.${problem}`)}
          </Banner>
        )}
        {!listed && !problem && <Spinner />}
        {listed && (
          <>
            <CopyField
              label={t('address')}
              value={listed.feed}
              copy={t('copyAddress')}
              hint={t('how', { username: app.person.username })}
            />
            <TokenList tokens={listed.tokens} onRevoked={reload} />
            <MakeToken
              mostTokens={listed.most}
              isFull={listed.tokens.length >= listed.most}
              onMade={token => {
                setMade(token)
                reload()
              }}
            />
          </>
        )}
      </Stack>
      {made !== undefined && <MadeToken token={made} onClose={() => setMade(undefined)} />}
    </Card>
  )
}
