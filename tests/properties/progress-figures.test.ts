import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import en from '../../locales/en/tables.json' with { type: 'json' }
import vi from '../../locales/vi/tables.json' with { type: 'json' }
import { findingStates, isSettled } from '../../src/domain/audits/finding-state.ts'
import { grades, needsAction } from '../../src/domain/audits/grade.ts'
import { readRoad } from '../../src/domain/qms/road.ts'
import { steps } from '../../src/domain/qms/steps.ts'
import type { CommuneRecord } from '../../src/domain/reports/communes/commune-record.ts'
import { eventKinds } from '../../src/domain/reports/communes/list-events.ts'
import { progressFigures } from '../../src/domain/reports/progress/progress-figures.ts'
import { progressPaper } from '../../src/domain/reports/progress/progress-paper.ts'
import { progressTable, progressTableNames } from '../../src/domain/reports/progress/progress-tables.ts'
import { sumByDistrict, sumLines } from '../../src/domain/reports/progress/sum-by-district.ts'
import type { TableNames } from '../../src/domain/reports/tables/report-table.ts'
import { scopeTable, scopeTableNames } from '../../src/domain/reports/tables/scope-tables.ts'
import { addDays } from '../../src/lib/calendar-day.ts'
import { aCommuneRecord, aDistrict, dayOf } from '../support/a-commune-record.ts'
import { finding, issuedDocument, stored } from '../support/qms-facts.ts'
import { wordsOf } from '../support/words-of.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const today = '2018-02-01'
const day = fc.integer({ min: -60, max: 60 }).map(days => addDays(today, days))
const districts = [undefined, aDistrict('180'), aDistrict('181')]
const names = ['Lan', 'Minh', 'Tú']

const namesIn = (texts: object): TableNames => ({
  words: wordsOf(texts),
  text: text => text['vi'] ?? '',
  person: id => id,
  owners: ({ roles, office }) => [...roles, office].join(' '),
  area: id => id,
  grade: grade => grade,
  state: (of, state) => `${of} ${state}`,
})

const commune = fc
  .record({
    code: fc.integer({ min: 6000, max: 6999 }),
    district: fc.constantFrom(...districts),
    survey: fc.constantFrom(undefined, 'draft', 'sent', 'returned', 'approved'),
    planned: fc.array(fc.tuple(fc.constantFrom(...steps.map(({ id }) => id)), day)),
    findings: fc.array(
      fc.tuple(
        fc.constantFrom(...grades),
        fc.constantFrom(
          [],
          ['accepted'],
          ['disputed'],
          ['accepted', 'planned', 'planApproved', 'done'],
          ['closed'],
          ['cancelled'],
        ),
        fc.option(day, { nil: undefined }),
      ),
      { maxLength: 6 },
    ),
    staff: fc.array(fc.constantFrom(...names), { maxLength: 4 }),
    present: fc.array(fc.constantFrom(...names), { maxLength: 3 }),
    issued: fc.array(day, { maxLength: 3 }),
    moves: fc.array(
      fc.tuple(fc.constantFrom('sent', 'returned', 'approved' as const), fc.integer({ min: -40, max: 0 })),
      {
        maxLength: 4,
      },
    ),
  })
  .map((given): CommuneRecord => {
    const unit = `${given.code}@2017-10-15`
    return aCommuneRecord(
      String(given.code),
      today,
      {
        survey: given.survey && { thing: 'response.s', state: given.survey, movedOn: undefined },
        road: readRoad(
          stored({
            ...Object.fromEntries(given.planned.map(([step, plannedOn]) => [`steps/${step}`, { plannedOn }])),
            ...Object.fromEntries(
              given.staff.map((name, at) => [`staff/${at}`, { name, from: '2017-01-01' }]),
            ),
          }),
        ),
        sessions: [
          {
            thing: 't',
            subject: 'aware',
            on: today,
            present: given.present.map(name => ({ key: undefined, name })),
            invited: undefined,
          },
        ],
        findings: new Map(
          given.findings.map(([grade, moves, dueOn], at) => [
            `finding.2017.1-1.1-${at + 1}.${unit}`,
            finding(grade, moves, dueOn === undefined ? {} : { dueOn }),
          ]),
        ),
        documents: new Map(given.issued.map((on, at) => [`document.${at}.${unit}`, issuedDocument(on)])),
      },
      {
        district: given.district,
        responses: [
          {
            thing: `response.${unit}`,
            form: undefined,
            isReviewed: true,
            state: 'draft',
            moves: given.moves.map(([to, days], at) => ({
              id: String(at),
              to: to as 'sent',
              at: Date.parse(`${today}T05:00:00Z`) + days * 86_400_000,
            })),
          },
        ],
      },
    )
  })
const communes = fc.uniqueArray(commune, { selector: ({ unit }) => unit.id, maxLength: 7 })
const given = { from: '2018-01-01', to: '2018-01-31', today, dayOf }

test('sums add up: communes to districts, districts to the whole, and each sum is the length of its list', () => {
  fc.assert(
    fc.property(communes, records => {
      const figures = progressFigures(records, given)
      const sums = sumLines(figures.communes)
      const byDistrict = sumByDistrict(figures.communes)
      for (const figure of Object.keys(sums) as (keyof typeof sums)[])
        expect([figure, byDistrict.reduce((all, one) => all + one.sums[figure], 0)]).toEqual([
          figure,
          sums[figure],
        ])
      expect(sums.communes).toBe(records.length)
      expect(sums.lateSteps).toBe(figures.late.length)
      expect(sums.overdueActions).toBe(figures.overdue.length)
      // Counted once more from what came in, another way than the figures do.
      const issued = records.flatMap(({ facts }) => [...facts.findings.values()])
      const cells = [...figures.findings.values()].flatMap(one => Object.values(one))
      expect(cells.reduce((all, count) => all + count, 0)).toBe(issued.length)
      expect(sums.openFindings).toBe(
        issued.filter(({ request, state }) => request && needsAction(request.grade) && !isSettled(state))
          .length,
      )
      expect(figures.events.filter(({ kind }) => kind === 'issued')).toHaveLength(
        records
          .flatMap(({ facts }) => [...facts.documents.values()])
          .filter(
            ({ inForce }) =>
              inForce?.issuedOn !== undefined &&
              inForce.issuedOn >= given.from &&
              inForce.issuedOn <= given.to,
          ).length,
      )
      expect(figures.events.every(({ on }) => given.from <= on && on <= given.to)).toBe(true)
    }),
    { seed },
  )
})

test('the tables of the report say the same as its sums, in their last rows', () => {
  fc.assert(
    fc.property(communes, records => {
      const figures = progressFigures(records, given)
      const sums = sumLines(figures.communes)
      const table = (name: (typeof progressTableNames)[number]) => progressTable(name, figures, namesIn(en))
      const column = (name: (typeof progressTableNames)[number], label: string) => {
        const { header, rows } = table(name)
        return rows.map(row => row[header.indexOf(label)])
      }
      for (const name of ['communes', 'districts'] as const) {
        const late = column(name, 'Steps late')
        expect(late.at(-1)).toBe(sums.lateSteps)
        expect(late.slice(0, -1).reduce<number>((all, one) => all + Number(one), 0)).toBe(sums.lateSteps)
      }
      expect(table('late').rows).toHaveLength(sums.lateSteps)
      expect(table('overdue').rows).toHaveLength(sums.overdueActions)
      expect(column('findingStates', 'Total').at(-1)).toBe(
        records.reduce((all, { facts }) => all + facts.findings.size, 0),
      )
      expect(column('events', 'Number').reduce<number>((all, one) => all + Number(one), 0)).toBe(
        figures.events.length,
      )
      expect(table('events').rows).toHaveLength(eventKinds.length)
    }),
    { seed, numRuns: 50 },
  )
})

test('every table and both reports have all their words, in both languages, and as many cells as labels', () => {
  const frame = {
    language: 'vi',
    parentAgency: '',
    agency: '',
    state: '',
    motto: '',
    placeAndDate: '',
    recipientsTitle: '',
    annexTitle: '',
    authority: [],
  }
  fc.assert(
    fc.property(communes, records => {
      const figures = progressFigures(records, given)
      for (const texts of [vi, en]) {
        const own = namesIn(texts)
        const tables = [
          ...progressTableNames.map(name => progressTable(name, figures, own)),
          ...scopeTableNames.map(name => scopeTable(name, records, { names: own, dayOf, today })),
        ]
        for (const { name, header, widths, rows } of tables) {
          // Excel cuts longer names of sheets.
          expect(name.length).toBeLessThanOrEqual(31)
          expect(widths).toHaveLength(header.length)
          expect(new Set(header).size).toBe(header.length)
          for (const row of rows) expect(row).toHaveLength(header.length)
        }
        for (const kind of ['monthly', 'pilot'] as const) {
          const paper = progressPaper({
            kind,
            figures,
            names: own,
            paperWords: key => key,
            frame,
            date: one => one,
            programme: 'P',
            ...given,
          })
          expect(JSON.stringify(paper)).not.toMatch(/undefined|NaN/u)
          expect(paper.annexes?.map(({ title }) => title)).toEqual(
            paper.annexes?.map((_, at) => own.words('paper.annex', { number: at + 1 }).toUpperCase()),
          )
        }
      }
    }),
    { seed, numRuns: 30 },
  )
})

test('a state that findings may have stands in the table of findings', () => {
  const record = aCommuneRecord('06010', today, {
    findings: new Map(
      findingStates
        .filter(state => state !== 'noted')
        .map((state, at) => [`finding.2017.1-1.1-${at + 1}.06010@2017-10-15`, finding('minor', [state])]),
    ),
  })
  const { rows } = progressTable('findingStates', progressFigures([record], given), namesIn(en))
  expect(rows).toHaveLength(findingStates.length)
})
