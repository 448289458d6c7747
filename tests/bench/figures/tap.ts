import { surveyPage } from '../../e2e/support/survey-page.ts'
import { aimAt } from '../support/aim-at.ts'
import { timeBareSaves, timeBareTaps } from '../support/bare-floor.ts'
import { timeTap } from '../support/frames.ts'
import { figure, type Measure } from '../support/figure.ts'
import { withApp } from '../support/open-app.ts'
import { percentile } from '../support/percentile.ts'
import { throttleCpu } from '../support/throttle.ts'

const taps = 60

/**
 * A tap on a choice that opens or closes another question: until that one is there or gone, and until "saved"
 * stands at the tapped one. The server is dead, as in the field. Beside it what the bare browser needs.
 */
export const measureTap: Measure = () =>
  withApp('communeOfficial', async ({ server, browser }) => {
    const page = browser.page()
    await surveyPage(page).open()
    await server.kill()
    await throttleCpu(browser.cdp())
    const choices = page.locator('#q-s0_position label')
    const visible: number[] = []
    const saved: number[] = []
    for (let tap = 0; tap < taps; tap++) {
      const opens = tap % 2 === 0
      const other = '#question-s0_position_other'
      const times = await timeTap(page, await aimAt(choices.nth(opens ? 4 : 0)), {
        ...(opens ? { appears: other } : { disappears: other }),
        savedWithin: '#question-s0_position',
      })
      visible.push(times.visibleMs)
      if (times.savedMs === null) throw new Error('an answer was never shown as saved')
      saved.push(times.savedMs)
    }
    const bareSaves = await timeBareSaves(page, taps)
    const bareTaps = await timeBareTaps(page, taps)
    return [
      figure('tap to visible, 4× slower, p50', percentile(visible, 0.5), 'ms'),
      figure('tap to visible, 4× slower, p95', percentile(visible, 0.95), 'ms', 50),
      figure('tap to saved, 4× slower, p50', percentile(saved, 0.5), 'ms'),
      figure('tap to saved, 4× slower, p95', percentile(saved, 0.95), 'ms', 100),
      figure('bare tap to visible, 4× slower, p50', percentile(bareTaps, 0.5), 'ms'),
      figure('bare tap to visible, 4× slower, p95', percentile(bareTaps, 0.95), 'ms'),
      figure('bare strict save, 4× slower, p50', percentile(bareSaves, 0.5), 'ms'),
      figure('bare strict save, 4× slower, p95', percentile(bareSaves, 0.95), 'ms'),
    ]
  })
