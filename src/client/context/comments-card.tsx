import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../lib/result.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Stack } from '../ui/stack.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { usePersonName } from './use-person-name.ts'

interface Props {
  readonly comments: readonly {
    readonly id: string
    readonly text: string
    readonly author: string
    readonly at: number
  }[]
  readonly mayAdd: boolean
  /** Resolves after it is on the tablet (SY1). */
  readonly onAdd: (text: string) => Promise<Result<unknown, unknown>>
}

/** Comments on a thing; they are only ever added. */
export function CommentsCard({ comments, mayAdd, onAdd }: Props) {
  const { t } = useTranslation('audits')
  const format = useFormat()
  const nameOf = usePersonName()
  const [text, setText] = useState('')
  const [hasFailed, setFailed] = useState(false)

  async function add(): Promise<void> {
    const saved = await onAdd(text)
    setFailed(!saved.ok)
    if (saved.ok) setText('')
  }

  return (
    <Card title={t('comments.title', { count: comments.length })}>
      <Stack>
        {comments.map(({ id, text: words, author, at }) => (
          <figure key={id}>
            <figcaption>{`${nameOf(author)} · ${format.dateTime(at)}`}</figcaption>
            <p dir="auto">{words}</p>
          </figure>
        ))}
        {hasFailed && (
          <Banner tone="danger" announce>
            {t('comments.failed')}
          </Banner>
        )}
        {mayAdd && (
          <>
            <TextArea label={t('comments.add')} value={text} onChange={setText} rows={2} />
            <div>
              <Button icon="comment" disabled={text.trim() === ''} onClick={() => void add()}>
                {t('comments.send')}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </Card>
  )
}
