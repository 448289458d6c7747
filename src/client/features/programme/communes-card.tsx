import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unit } from '../../../domain/people/unit.ts'
import type { UnitTree } from '../../../domain/people/unit-tree.ts'
import { isValidOn } from '../../../domain/people/unit.ts'
import { programmeFields, type Programme } from '../../../domain/qms/programme.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useApp } from '../../context/app-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import styles from './programme.module.css'
import type { ProgrammeChange, SaveProgramme } from './save-programme.ts'

interface Props {
  readonly programme: Programme
  /** All of the province. */
  readonly programmes: readonly Programme[]
  readonly tree: UnitTree
  readonly save: SaveProgramme
}

/** Who takes part, district by district. Whoever no longer does keeps what there is. */
export function CommunesCard({ programme, programmes, tree, save }: Props) {
  const { communes } = programme
  const app = useApp()
  const { t } = useTranslation('programme')
  const text = useLocalText()
  const [asked, setAsked] = useState<{
    readonly moved: number
    readonly changes: readonly ProgrammeChange[]
  }>()
  const today = app.today()
  const standing = tree.units.filter(unit => unit.kind === 'commune' && isValidOn(unit, today))
  const above = (unit: Unit): Unit | undefined =>
    tree.ancestors(unit.id).find(({ kind }) => kind === 'district') ?? tree.ancestors(unit.id)[0]
  const groups = [...Map.groupBy(standing, above)]

  /** Another programme that a commune is in while it runs: a commune is on one road. */
  const otherOf = (unit: string): Programme | undefined =>
    programmes.find(
      ({ id, endedOn, communes: own }) => id !== programme.id && endedOn === undefined && own.has(unit),
    )

  /** One transaction for all that change: a whole district takes part or none of it. */
  function choose(own: readonly Unit[], chosen: readonly string[]): void {
    const changed = own.filter(({ id }) => communes.has(id) !== chosen.includes(id))
    if (changed.length === 0) return
    const left = changed.flatMap(({ id }): readonly ProgrammeChange[] => {
      const other = chosen.includes(id) ? otherOf(id) : undefined
      return other ? [{ thing: other.id, field: programmeFields.commune(id), value: null }] : []
    })
    const changes = [
      ...left,
      ...changed.map(({ id }) => ({
        field: programmeFields.commune(id),
        value: chosen.includes(id) ? true : null,
      })),
    ]
    if (left.length > 0) setAsked({ moved: left.length, changes })
    else void save(changes)
  }

  return (
    <Card
      title={t('communes.title', { count: standing.filter(({ id }) => communes.has(id)).length })}
      subtitle={t('communes.hint')}
    >
      {groups.map(([district, own]) => {
        const chosen = own.filter(({ id }) => communes.has(id)).map(({ id }) => id)
        const name = district?.fullName ?? ''
        return (
          <details key={district?.id ?? ''} className={styles.district}>
            <summary>{t('communes.district', { name, chosen: chosen.length, all: own.length })}</summary>
            <div className={styles.buttons}>
              <Button
                look="quiet"
                icon="check"
                onClick={() =>
                  choose(
                    own,
                    own.map(({ id }) => id),
                  )
                }
              >
                {t('communes.all')}
              </Button>
              <Button look="quiet" icon="cross" onClick={() => choose(own, [])}>
                {t('communes.nobody')}
              </Button>
            </div>
            <ChoiceList
              kind="many"
              label={name}
              labelHidden
              columns={3}
              value={chosen}
              onChange={values => choose(own, values)}
              options={own.map(({ id, fullName }) => {
                const other = otherOf(id)
                return {
                  value: id,
                  label: fullName,
                  hint: other && t('communes.elsewhere', { programme: text(other.name) }),
                }
              })}
            />
          </details>
        )
      })}
      <ConfirmDialog
        open={asked !== undefined}
        title={t('communes.move')}
        confirm={t('communes.moveDo')}
        onConfirm={() => {
          if (asked) void save(asked.changes)
          setAsked(undefined)
        }}
        onCancel={() => setAsked(undefined)}
      >
        {t('communes.moveHint', { count: asked?.moved ?? 0 })}
      </ConfirmDialog>
    </Card>
  )
}
