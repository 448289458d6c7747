import { useMemo } from 'react'
import {
  auditThing,
  formatFindingNumber,
  parseAuditThing,
  parseFindingThing,
} from '../../../domain/audits/audit-number.ts'
import { parseAuditYearThing, readAuditYear } from '../../../domain/audits/audit-year.ts'
import { readAudit } from '../../../domain/audits/audit.ts'
import { listChecklistItems, listPlannedChecks } from '../../../domain/audits/checklist.ts'
import { findingType } from '../../../domain/audits/finding-fields.ts'
import { readFinding, type Finding } from '../../../domain/audits/finding.ts'
import { readReport } from '../../../domain/audits/report.ts'
import { readDeclaration } from '../../../domain/qms/declaration.ts'
import { readManagementReview } from '../../../domain/qms/management-review.ts'
import { getTrainingTopic } from '../../../domain/qms/training-topics.ts'
import { readTraining } from '../../../domain/qms/training.ts'
import {
  checklistPaper,
  minutesPaper,
  planPaper,
  programmePaper,
} from '../../../domain/reports/papers/audit-papers.ts'
import { carPaper } from '../../../domain/reports/papers/car-paper.ts'
import { decisionPaper } from '../../../domain/reports/papers/decision-paper.ts'
import { teamPaper } from '../../../domain/reports/papers/team-paper.ts'
import type { Paper } from '../../../domain/reports/papers/paper.ts'
import { paperFrame } from '../../../domain/reports/papers/paper-frame.ts'
import { reportPaper } from '../../../domain/reports/papers/report-paper.ts'
import { declarationPaper, reviewPaper } from '../../../domain/reports/papers/road-papers.ts'
import { attendancePaper, certificatesPaper } from '../../../domain/reports/papers/training-papers.ts'
import { parseFeedId } from '../../../domain/people/feed.ts'
import { isPhoto, readEvidenceFile, type EvidenceFile } from '../../../domain/responses/evidence-file.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import type { Row } from '../../../sync/replica/row.ts'
import { useApp } from '../../context/app-context.tsx'
import { toStored } from '../../context/use-audit.ts'
import { useDirectory } from '../../context/use-directory.ts'
import { useForms } from '../../context/use-forms.ts'
import { useSettings } from '../../context/use-settings.ts'
import { useWatched } from '../../context/use-watched.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { listQuizResults } from './list-quiz-results.ts'
import type { PaperKind } from './paper-kinds.ts'
import { usePaperNames } from './use-paper-names.ts'

/** The paper of a thing as it would be printed now; null when the thing is not on this tablet, undefined until read. */
export function usePaper(kind: PaperKind, thing: string): Paper | null | undefined {
  const app = useApp()
  const directory = useDirectory()
  const forms = useForms('all')
  const rows = useWatched(() => app.watchThing(thing), `${app.person.id} ${thing}`)
  // Results of quizzes stand in things of their own, as do the declaration that another replaces and issued findings.
  const needsFeed =
    kind === 'report' || kind === 'certificates' || kind === 'declaration' || kind === 'decision'
  const feed = needsFeed ? (rows?.[0]?.feed ?? '') : ''
  const feedRows = useWatched(() => app.watchFeed(feed), `${app.person.id} paper feed ${feed}`)
  // What is known of the photos that a report names: findings have theirs, the other ones are in the working papers.
  const reported = kind === 'report' ? parseAuditThing(thing) : undefined
  const working = reported ? auditThing(reported) : ''
  const workingRows = useWatched(() => app.watchThing(working), `${app.person.id} ${working}`)
  const text = useLocalText()
  const names = usePaperNames(forms)
  const settings = useSettings()
  const { language } = useLanguage()
  return useMemo(() => {
    if (!rows || !feedRows || !workingRows || !directory || !forms || !settings) return undefined
    const unitId = parseFeedId(rows[0]?.feed ?? '')?.unit
    const unit = unitId === undefined ? undefined : directory.tree.get(unitId)
    if (!unit) return null
    const fields = toStored(rows)
    const frame = (date: string | undefined) =>
      paperFrame({
        unit,
        tree: directory.tree,
        date,
        words: names.words,
        language,
        hasParent: settings.hasParent,
        signing: settings.signing,
      })
    switch (kind) {
      case 'report': {
        const report = readReport(fields)
        const { content } = report
        if (!content) return null
        const issued = feedRows.filter(({ type }) => type === findingType)
        const files = new Map(
          [...workingRows, ...issued, ...rows].flatMap(({ field, value }) => fileOf(field, value)),
        )
        const date = report.signatures.lead && vietnamDayOf(report.signatures.lead.at)
        return reportPaper({
          report,
          content,
          issued: readIssued(feedRows),
          frame: frame(date),
          names,
          fileOf: sha256 => files.get(sha256),
        })
      }
      case 'plan':
      case 'team':
      case 'checklist':
      case 'opening':
      case 'closing': {
        const name = parseAuditThing(thing)
        if (!name) return null
        const audit = readAudit(fields)
        const dates = {
          plan: undefined,
          team: undefined,
          checklist: audit.to,
          // A meeting is held on its own day.
          opening: audit.opening?.slice(0, 10) ?? audit.from,
          closing: audit.closing?.slice(0, 10) ?? audit.to,
        }
        const given = { name, audit, frame: frame(dates[kind]), names }
        if (kind === 'team') return teamPaper({ ...given, agency: withinSentence(unit.fullName, language) })
        if (kind === 'plan') return planPaper(given)
        if (kind === 'checklist') {
          const form = audit.checklist && forms.find(audit.checklist)?.form
          const planned = form ? listPlannedChecks(listChecklistItems(form), audit.timetable) : []
          return checklistPaper({ ...given, planned })
        }
        return minutesPaper({ ...given, meeting: kind })
      }
      case 'programme': {
        const name = parseAuditYearThing(thing)
        if (!name) return null
        return programmePaper({
          year: name.year,
          programme: readAuditYear(fields),
          frame: frame(undefined),
          names,
        })
      }
      case 'car': {
        const name = parseFindingThing(thing)
        const finding = readFinding(fields)
        return name && finding.request
          ? carPaper({ name, finding, frame: frame(finding.request.raisedOn), names })
          : null
      }
      case 'review': {
        const review = readManagementReview(fields)
        return reviewPaper({ review, frame: frame(review.on), names })
      }
      case 'attendance':
      case 'certificates': {
        const training = readTraining(fields)
        const topic = getTrainingTopic(training.topic)
        const given = {
          training,
          topic,
          title: text(topic?.title ?? { vi: '' }),
          frame: frame(training.heldOn),
          names,
        }
        if (kind === 'attendance') return attendancePaper(given)
        return certificatesPaper({ ...given, results: listQuizResults(feedRows, topic?.quiz ?? '') })
      }
      case 'declaration':
      case 'decision': {
        const declaration = readDeclaration(fields)
        const earlier = feedRows.filter(row => row.thing === declaration.replaces)
        const replaced = earlier.length > 0 ? readDeclaration(toStored(earlier)) : undefined
        if (kind === 'decision') {
          const agency = withinSentence(unit.fullName, language)
          return decisionPaper({ declaration, replaced, agency, frame: frame(undefined), names })
        }
        return declarationPaper({ declaration, replaced, frame: frame(declaration.days.effectiveOn), names })
      }
    }
  }, [rows, feedRows, workingRows, directory, forms, settings, kind, thing, names, language, text])
}

/** Findings by the number that reports give them. */
const readIssued = (rows: readonly Row[]): ReadonlyMap<string, Finding> =>
  new Map(
    [
      ...Map.groupBy(
        rows.filter(({ type }) => type === findingType),
        ({ thing }) => thing,
      ),
    ].flatMap(([thing, own]) => {
      const name = parseFindingThing(thing)
      return name ? [[formatFindingNumber(name), readFinding(toStored(own))] as const] : []
    }),
  )

/** `xã Cao Minh` */
const withinSentence = (name: string, language: string): string =>
  language === 'vi' ? name.charAt(0).toLowerCase() + name.slice(1) : name

function fileOf(field: string, value: Parameters<typeof readEvidenceFile>[0]): [string, EvidenceFile][] {
  const [prefix, , sha256] = field.split('/')
  const file = prefix === 'evidence' ? readEvidenceFile(value) : undefined
  return file && isPhoto(file) && sha256 !== undefined ? [[sha256, file]] : []
}
