import { reportFields, reportType } from '../../../domain/audits/report-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { CommentsCard } from '../../context/comments-card.tsx'
import { useScope } from '../../context/use-scope.ts'
import type { ReportPage } from './use-report-page.ts'

/** Comments on a report, by whoever reads it. */
export function ReportComments({ page: { report, feed, thing, unit } }: { readonly page: ReportPage }) {
  const app = useApp()
  const scope = useScope()
  return (
    <CommentsCard
      comments={report.comments}
      mayAdd={scope?.mayDo('finding.comment', unit) === true}
      onAdd={text =>
        app.save([
          {
            feed,
            type: reportType,
            thing,
            field: reportFields.comment('report', app.newId()),
            value: { text },
          },
        ])
      }
    />
  )
}
