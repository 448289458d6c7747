import { goTo } from '../../e2e/support/pages.ts'
import { surveyPage } from '../../e2e/support/survey-page.ts'
import { timeTap } from '../support/frames.ts'
import { figure, type Measure } from '../support/figure.ts'
import { withApp } from '../support/open-app.ts'
import { percentile } from '../support/percentile.ts'
import { throttleCpu } from '../support/throttle.ts'

const times = 10

/** From the tap in "my work" until the first question stands there, offline; the first time loads the chunk. */
export const measureOpenSurvey: Measure = () =>
  withApp('communeOfficial', async ({ server, browser }) => {
    const page = browser.page()
    await surveyPage(page).open()
    await server.kill()
    await throttleCpu(browser.cdp())
    const opened: number[] = []
    for (let time = 0; time < times; time++) {
      await goTo(page, '/work')
      const open = page.locator('main button').first()
      await open.waitFor()
      const { visibleMs } = await timeTap(page, () => open.click(), { appears: '[id^=question-]' })
      opened.push(visibleMs)
    }
    return [
      figure('open the survey, 4× slower, p50', percentile(opened, 0.5), 'ms', 300),
      figure('open the survey, 4× slower, p95', percentile(opened, 0.95), 'ms', 300),
    ]
  })
