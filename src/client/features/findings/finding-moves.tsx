import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findingFields } from '../../../domain/audits/finding-fields.ts'
import {
  findingMoves,
  findingStates,
  isFindingTarget,
  type FindingMoveRule,
  type FindingNeed,
  type FindingTarget,
} from '../../../domain/audits/finding-state.ts'
import { isMover, missingNeeds } from '../../../domain/audits/refuse-finding-change.ts'
import { makeSignature } from '../../photos/make-photo.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useApp } from '../../context/app-context.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import { MoveDialog } from './move-dialog.tsx'
import { isBackward, useMoveWords } from './move-words.ts'
import styles from './findings.module.css'
import type { FindingPage } from './use-finding-page.ts'

/** A move that the person may make, and what the rule wants. */
export interface OpenMove {
  readonly to: FindingTarget
  readonly rule: FindingMoveRule
}

/** The moves this person may make now, and no other; each says what it still needs. */
export function FindingMoves({ page }: { readonly page: FindingPage }) {
  const app = useApp()
  const { t } = useTranslation('findings')
  const words = useMoveWords()
  const [asked, setAsked] = useState<OpenMove>()
  const [hasFailed, setFailed] = useState(false)
  const nameOf = usePersonName()
  const { finding, given } = page
  const { state } = finding
  const open = findingStates.filter(isFindingTarget).flatMap((to): readonly OpenMove[] => {
    const rule = findingMoves[state][to]?.find(one => isMover(one, given))
    // What an effect decides is offered once it is judged.
    const isUndecided = rule?.needs.includes('noEffect') && finding.action.effectiveness !== 'notEffective'
    return rule && !isUndecided ? [{ to, rule }] : []
  })

  /** What has to be written first; reason and signature are asked for with the move. */
  const missingOf = ({ rule }: OpenMove): readonly FindingNeed[] =>
    missingNeeds(rule, { reason: undefined, signature: undefined }, given).filter(
      need => need !== 'reason' && need !== 'signature',
    )

  async function move(to: FindingTarget, reason: string, png?: Blob): Promise<boolean> {
    const signature = png && (await makeSignature(png))
    const value = {
      to,
      ...(reason.trim() !== '' && { reason }),
      ...(signature && { signature: signature.sha256 }),
    }
    const saved = await page.save(
      [
        ...(signature
          ? [{ field: findingFields.evidence('signature', signature.sha256), value: { ...signature.photo } }]
          : []),
        { field: findingFields.move(app.newId()), value },
      ],
      signature?.files ?? [],
    )
    setFailed(!saved.ok)
    return saved.ok
  }

  function press(one: OpenMove): void {
    const asksMore = one.rule.needs.includes('reason') || one.rule.needs.includes('signature')
    if (asksMore) setAsked(one)
    else void move(one.to, '')
  }

  if (open.length === 0) return null
  // Whoever has the next step has to know what the other side said.
  const last = finding.moves.at(-1)
  const isBack = ({ to }: OpenMove): boolean => isBackward(state, to)
  const sorted = open.toSorted((a, b) => Number(isBack(a)) - Number(isBack(b)))
  return (
    <Card title={t('move.title')}>
      <div className={styles.stack}>
        {hasFailed && (
          <Banner tone="danger" announce>
            {t('move.failed')}
          </Banner>
        )}
        {last?.reason !== undefined && (
          <div>
            <p className={styles.soft}>
              {t('move.because', { name: nameOf(last.author), state: t(`state.${last.to}`) })}
            </p>
            <p className={styles.words}>{last.reason}</p>
          </div>
        )}
        {sorted.map((one, at) => {
          const missing = missingOf(one)
          return (
            <div key={one.to} className={styles.stack}>
              <div>
                <Button
                  look={at === 0 && !isBack(one) ? 'primary' : 'secondary'}
                  disabled={missing.length > 0}
                  onClick={() => press(one)}
                >
                  {words(state, one.to)}
                </Button>
              </div>
              {missing.length > 0 && (
                <p className={styles.soft}>
                  {t('move.missing')}{' '}
                  {missing.map((need, index) => (
                    <span key={need}>
                      {index > 0 && ', '}
                      <a className={styles.link} href={`#part-${need}`}>
                        {t(need === 'doneEvidence' ? 'move.evidence' : `part.${need as 'cause'}`)}
                      </a>
                    </span>
                  ))}
                </p>
              )}
            </div>
          )
        })}
      </div>
      {asked && (
        <MoveDialog
          key={asked.to}
          move={asked}
          title={words(state, asked.to)}
          onClose={() => setAsked(undefined)}
          onMove={async (reason, png) => {
            if (await move(asked.to, reason, png)) setAsked(undefined)
          }}
        />
      )}
    </Card>
  )
}
