import { measureAudits } from './figures/audits.ts'
import { measureBackup, measurePostgresBackup } from './figures/backup.ts'
import { measureBulkSync } from './figures/bulk-sync.ts'
import { measureColdStart } from './figures/cold-start.ts'
import { measureDrain } from './figures/drain.ts'
import { measureEmptySync } from './figures/empty-sync.ts'
import { measureExport } from './figures/export-10k.ts'
import { measureEngine } from './figures/engine.ts'
import { measureFindingsBoard } from './figures/findings-board.ts'
import { measureFirstLoad } from './figures/first-load.ts'
import { measureForms } from './figures/forms.ts'
import { measureLoad } from './figures/load-average.ts'
import { measureOpenSurvey } from './figures/open-survey.ts'
import { measurePapers } from './figures/papers.ts'
import { measurePullCost } from './figures/pull-cost.ts'
import { measurePrecache } from './figures/precache.ts'
import { measureScale } from './figures/scale.ts'
import { measureScaleServer } from './figures/scale-server.ts'
import { measureServerLoad } from './figures/server-load.ts'
import { measureTap } from './figures/tap.ts'
import type { Measure } from './support/figure.ts'

const measures: Readonly<Record<string, Measure>> = {
  load: measureLoad,
  'first-load': measureFirstLoad,
  precache: measurePrecache,
  'cold-start': measureColdStart,
  'open-survey': measureOpenSurvey,
  tap: measureTap,
  audits: measureAudits,
  forms: measureForms,
  'findings-board': measureFindingsBoard,
  papers: measurePapers,
  scale: measureScale,
  'scale-server': measureScaleServer,
  'bulk-sync': measureBulkSync,
  'empty-sync': measureEmptySync,
  'server-load': measureServerLoad,
  drain: measureDrain,
  'export-10k': measureExport,
  engine: measureEngine,
  backup: measureBackup,
  'backup-postgres': measurePostgresBackup,
  'pull-cost': measurePullCost,
}

// `npm run bench -- tap precache` measures these only.
const asked = process.argv.slice(2)
const unknown = asked.filter(name => !(name in measures))
if (unknown.length > 0)
  throw new Error(`nothing measures ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}`)

for (const [name, measure] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  try {
    for (const one of await measure()) console.log(JSON.stringify(one))
  } catch (error) {
    console.error(`not measured: ${name}:`, error)
    process.exitCode = 1
  }
}
process.exit()
