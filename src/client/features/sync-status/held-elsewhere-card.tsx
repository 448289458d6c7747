import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settlementTypeOf, type HeldWay } from '../../../sync/protocol/held-settlement.ts'
import { heldQuestionField, settlementField } from '../../../sync/protocol/settlement-name.ts'
import type { HeldElsewhere, HeldElsewhereList } from '../../context/app.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { HeldWords } from './held-words.tsx'
import { AskedWords } from './said-words.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { ShowOlder } from './show-older.tsx'
import styles from './sync-page.module.css'
import { useSettlements } from './use-settlements.ts'
import { waysNow } from './ways-now.ts'

interface Props {
  readonly list: HeldElsewhereList
  /** Fetches the next older ones; resolves to whether they came. */
  readonly showOlder: () => Promise<boolean>
}

/** For reviewers: what their communes' tablets offered and the server has not taken, and what to do about it. */
export function HeldElsewhereCard({ list: { held, older, next }, showOlder }: Props) {
  const nameOf = usePersonName()
  const directory = useDirectory()
  const settlements = useSettlements()
  const { t } = useTranslation('sync')
  const [settling, setSettling] = useState<{ readonly record: HeldElsewhere; readonly way: HeldWay }>()
  if (!settlements || !directory) return null
  const open = held
    .filter(
      ({ op, author }) =>
        settlementTypeOf(op.feed) === undefined ||
        !settlements.settled.has(settlementField({ op: op.id, author })),
    )
    .toReversed()
  if (open.length === 0 && next === undefined) return null
  return (
    <Card title={t('held.elsewhere')} subtitle={t('held.elsewhereHint')}>
      <ul className={styles.held}>
        {open.map(record => {
          const asked = settlements.asked.get(heldQuestionField({ op: record.op.id, author: record.author }))
          return (
            <li key={`${record.op.id} ${record.author}`} className={styles.item}>
              <HeldWords record={record} by={nameOf(record.author)} />
              {asked && <AskedWords asked={asked} />}
              <Ways ways={waysNow(record, directory)} onChoose={way => setSettling({ record, way })} />
            </li>
          )
        })}
      </ul>
      {older > 0 && <ShowOlder older={older} onShow={next === undefined ? undefined : showOlder} />}
      {settling && <SettleDialog {...settling} onClose={() => setSettling(undefined)} />}
    </Card>
  )
}

interface WaysProps {
  readonly ways: readonly HeldWay[]
  readonly onChoose: (way: HeldWay) => void
}

function Ways({ ways, onChoose }: WaysProps) {
  const { t } = useTranslation('sync')
  if (ways.length === 0) return <p className={styles.soft}>{t('held.wait')}</p>
  return (
    <>
      {!ways.includes('accepted') && <p className={styles.soft}>{t('held.onlyAuthor')}</p>}
      <div className={styles.buttons}>
        {ways.includes('accepted') && (
          <Button icon="check" onClick={() => onChoose('accepted')}>
            {t('held.accept')}
          </Button>
        )}
        {ways.includes('asked') && (
          <Button icon="comment" onClick={() => onChoose('asked')}>
            {t('held.ask')}
          </Button>
        )}
        <Button look="quiet" onClick={() => onChoose('dismissed')}>
          {t('held.dismiss')}
        </Button>
      </div>
    </>
  )
}
