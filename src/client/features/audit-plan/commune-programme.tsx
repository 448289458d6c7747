import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  auditYearFields,
  auditYearThing,
  auditYearType,
  readAuditYear,
} from '../../../domain/audits/audit-year.ts'
import { standards } from '../../../domain/audits/clause.ts'
import { feedId } from '../../../domain/people/feed.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { useApp } from '../../context/app-context.tsx'
import { toStored } from '../../context/use-audit.ts'
import { useScope } from '../../context/use-scope.ts'
import { useWatched } from '../../context/use-watched.ts'
import { Button } from '../../ui/button.tsx'
import { PaperLinks } from '../../context/paper-links.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Stack } from '../../ui/stack.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './audit-plan.module.css'
import { ClauseMatrix } from './clause-matrix.tsx'
import { ProgrammePrint } from './programme-print.tsx'
import { ProgrammeRows } from './programme-rows.tsx'
import { SavingMark } from './saving-mark.tsx'
import { useAutosave } from './use-autosave.ts'
import { useProgramme } from './use-programme.ts'

const texts = ['purpose', 'scope', 'criteria', 'resources', 'note'] as const

/** One commune's programme of a year: which area when, against which clauses, and what that leaves out. */
export function CommuneProgramme({ unit, year }: { readonly unit: Unit; readonly year: number }) {
  const app = useApp()
  const scope = useScope()
  const { t } = useTranslation(['auditPlan', 'audits', 'common'])
  const thing = auditYearThing(year, unit.id)
  const rows = useWatched(() => app.watchThing(thing), `${app.person.id} ${thing}`)
  const fields = useAutosave({ feed: feedId(unit.id, 'audit'), type: auditYearType, thing }, rows)
  const auditYear = useMemo(() => rows && readAuditYear(toStored(rows)), [rows])
  const programme = useProgramme(auditYear?.standard ?? '2008')
  if (!rows || !auditYear || !programme) return <Spinner />
  const isOpen = scope?.mayDo('audit.plan', unit.id) === true
  return (
    <>
      <div className={styles.screen}>
        <Stack gap="l">
          <PageHeader
            title={t('programme.of', { unit: unit.fullName, year })}
            back={{ to: `/audits/programme?year=${year}`, label: t('programme.title') }}
            state={<SavingMark fields={fields} />}
            actions={
              <Button icon="printer" onClick={() => globalThis.print()}>
                {t('common:action.print')}
              </Button>
            }
          />
          <ProgrammeRows
            unit={unit}
            year={year}
            auditYear={auditYear}
            fields={fields}
            checklists={programme.checklists}
            isOpen={isOpen}
          />
          {rows.length > 0 && <PaperLinks papers={[{ kind: 'programme', thing }]} />}
          <ClauseMatrix programme={programme} unit={unit.id} year={year} standard={auditYear.standard} />
          <Card title={t('programme.texts')}>
            <div className={styles.fields}>
              <Select
                label={t('frame.standard')}
                empty={false}
                disabled={!isOpen || auditYear.rows.length > 0}
                hint={auditYear.rows.length > 0 ? t('programme.standardFixed') : undefined}
                options={standards.map(value => ({ value, label: t(`audits:standard.${value}`) }))}
                value={auditYear.standard}
                onChange={value => fields.set(auditYearFields.standard, value)}
              />
              {texts.map(name => (
                <TextArea
                  key={name}
                  label={t(`programme.text.${name}`)}
                  disabled={!isOpen}
                  value={fields.text(auditYearFields.text(name))}
                  onChange={value => fields.type(auditYearFields.text(name), value)}
                />
              ))}
            </div>
          </Card>
        </Stack>
      </div>
      <ProgrammePrint unit={unit} year={year} auditYear={auditYear} />
    </>
  )
}
