import type { Page } from 'playwright-core'
import quiz from '../../src/content/forms/awareness-quiz.json' with { type: 'json' }
import type { Role } from '../../src/domain/people/role.ts'
import { openApi } from '../e2e/support/api.ts'
import { findDemoAccount } from '../e2e/support/demo-account.ts'
import { auditPlanPage } from '../e2e/support/audit-plan-page.ts'
import { auditPage, findAuditUnderway } from '../e2e/support/audit-page.ts'
import { carryPage } from '../e2e/support/carry-page.ts'
import { aBrokenForm, aChangedForm, importForm } from '../e2e/support/form-file.ts'
import { openHeldElsewhere } from '../e2e/support/held-elsewhere.ts'
import { openHeldHere } from '../e2e/support/held-here.ts'
import { handoverPage } from '../e2e/support/handover-page.ts'
import { changeElsewhere } from '../e2e/support/other-tablet.ts'
import { chooseLanguage, goTo, waitUntilInstalled } from '../e2e/support/pages.ts'
import { smallPhoto } from '../e2e/support/photo.ts'
import { heldPill, pill, syncNow } from '../e2e/support/sync-page.ts'
import { surveyPage } from '../e2e/support/survey-page.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { word, type Language } from '../e2e/support/words.ts'

/** A screen to be looked at: who sees it and how it is reached from the start page. */
export interface Screen {
  readonly name: string
  /** Null for a screen before sign-in. */
  readonly role: Role | null
  readonly reach: (page: Page, language: Language) => Promise<void>
}

/** Every screen of the app; `npm run shots` writes each in both languages and four sizes. */
export const screens: readonly Screen[] = [
  { name: 'sign-in', role: null, reach: async () => {} },
  { name: 'new-password', role: null, reach: openNewPassword },
  { name: 'work', role: 'communeOfficial', reach: page => goTo(page, '/work') },
  { name: 'fill', role: 'communeOfficial', reach: (page, language) => surveyPage(page, language).open() },
  { name: 'finish', role: 'communeOfficial', reach: openFinish },
  { name: 'quiz', role: 'communeOfficial', reach: openQuizResult },
  { name: 'sync', role: 'communeOfficial', reach: page => goTo(page, '/sync') },
  { name: 'conflict', role: 'communeOfficial', reach: openConflict },
  { name: 'sync-conflict', role: 'communeOfficial', reach: page => goTo(page, '/sync') },
  { name: 'sync-held', role: 'communeOfficial', reach: openHeldHere },
  // Without a network, and so until the next one.
  { name: 'sync-waiting', role: 'communeOfficial', reach: openWaiting },
  { name: 'account', role: 'communeOfficial', reach: openAccount },
  { name: 'account-password', role: 'communeOfficial', reach: openPassword },
  { name: 'carry', role: 'communeOfficial', reach: openCarried },
  // Last of this person: they lock the tablet.
  {
    name: 'handover',
    role: 'communeOfficial',
    reach: (page, language) => handoverPage(page, language).begin(),
  },
  { name: 'handover-missing', role: 'communeOfficial', reach: openMissing },
  { name: 'handover-thanks', role: 'communeOfficial', reach: openThanks },
  { name: 'handover-unlock', role: 'communeOfficial', reach: openUnlock },
  { name: 'road', role: 'communeLeader', reach: page => goTo(page, '/road') },
  { name: 'road-step', role: 'communeLeader', reach: openStep },
  { name: 'readiness', role: 'communeLeader', reach: page => openRoadPage(page, '/road/readiness') },
  { name: 'readiness-gate', role: 'communeLeader', reach: openGate },
  { name: 'management-review', role: 'communeLeader', reach: openManagementReview },
  { name: 'declaration', role: 'communeLeader', reach: openDeclaration },
  {
    name: 'effectiveness',
    role: 'communeLeader',
    reach: page => openRoadPage(page, '/road/effectiveness'),
  },
  { name: 'dossier', role: 'communeLeader', reach: page => openRoadPage(page, '/road/dossier') },
  { name: 'decision-paper', role: 'communeLeader', reach: openDecisionPaper },
  { name: 'scope', role: 'communeLeader', reach: page => openRoadPage(page, '/road/scope') },
  { name: 'training', role: 'communeLeader', reach: page => openRoadPage(page, '/training') },
  { name: 'training-people', role: 'communeLeader', reach: openTrainingPeople },
  { name: 'training-plan', role: 'communeLeader', reach: openTrainingPlan },
  { name: 'training-session', role: 'communeLeader', reach: openTrainingSession },
  { name: 'training-paper', role: 'communeLeader', reach: openTrainingPaper },
  { name: 'documents', role: 'communeLeader', reach: page => openRoadPage(page, '/documents') },
  { name: 'document', role: 'communeLeader', reach: openDocument },
  { name: 'findings', role: 'communeLeader', reach: openFindings },
  { name: 'finding', role: 'communeLeader', reach: openFinding },
  { name: 'report', role: 'communeLeader', reach: openReport },
  { name: 'paper', role: 'communeLeader', reach: openPaper },
  { name: 'guide', role: 'communeLeader', reach: openGuide },
  // Last of this person: its dialog stays open.
  { name: 'help', role: 'communeLeader', reach: openHelp },
  { name: 'sync-settle', role: 'districtOfficer', reach: openHeldElsewhere },
  { name: 'communes', role: 'districtOfficer', reach: openCommunes },
  { name: 'due', role: 'districtOfficer', reach: page => openFromCommunes(page, '/due') },
  { name: 'digest', role: 'districtOfficer', reach: openDigest },
  { name: 'report-centre', role: 'districtOfficer', reach: page => openFromCommunes(page, '/report-centre') },
  { name: 'progress-report', role: 'districtOfficer', reach: openProgressReport },
  { name: 'review', role: 'districtOfficer', reach: openSentReview },
  // Its dialog stays open; what comes after begins from the start.
  { name: 'export', role: 'districtOfficer', reach: openExport },
  { name: 'table-download', role: 'districtOfficer', reach: openTableDownload },
  { name: 'province', role: 'provinceCoordinator', reach: page => goTo(page, '/communes') },
  { name: 'board', role: 'provinceCoordinator', reach: page => openBoard(page, '/board') },
  { name: 'board-figures', role: 'provinceCoordinator', reach: page => openBoard(page, '/board/figures') },
  { name: 'board-list', role: 'provinceCoordinator', reach: openDrilled },
  { name: 'province-findings', role: 'provinceCoordinator', reach: openFindings },
  { name: 'forms', role: 'provinceCoordinator', reach: page => goTo(page, '/forms') },
  { name: 'settings', role: 'provinceCoordinator', reach: openSettings },
  { name: 'programme', role: 'provinceCoordinator', reach: openProgramme },
  { name: 'import', role: 'provinceCoordinator', reach: openImport },
  { name: 'import-errors', role: 'provinceCoordinator', reach: openBrokenImport },
  // Last of this person: their dialogs stay open.
  {
    name: 'programme-owners',
    role: 'provinceCoordinator',
    reach: page => openProgrammeDialog(page, 'main ul li button'),
  },
  {
    name: 'programme-begin',
    role: 'provinceCoordinator',
    reach: page => openProgrammeDialog(page, 'main header button'),
  },
  { name: 'audit-work', role: 'internalAuditor', reach: openAuditsWaiting },
  {
    name: 'audit-programme',
    role: 'internalAuditor',
    reach: (page, language) => auditPlanPage(page, language).openProgramme(),
  },
  {
    name: 'audit-commune',
    role: 'internalAuditor',
    reach: (page, language) => auditPlanPage(page, language).openCommune(),
  },
  {
    name: 'audit',
    role: 'internalAuditor',
    reach: (page, language) => auditPlanPage(page, language).openOverview('underway'),
  },
  {
    name: 'audit-plan',
    role: 'internalAuditor',
    reach: (page, language) => auditPlanPage(page, language).openPlan('Xã Cao Minh'),
  },
  { name: 'audits', role: 'internalAuditor', reach: page => goTo(page, '/audits') },
  { name: 'reports', role: 'internalAuditor', reach: openReports },
  { name: 'audit-fieldwork', role: 'internalAuditor', reach: openFieldwork },
  { name: 'audit-findings', role: 'internalAuditor', reach: openDraftFinding },
  { name: 'audit-closing', role: 'internalAuditor', reach: openClosing },
  { name: 'people', role: 'administrator', reach: page => goTo(page, '/people') },
  { name: 'person', role: 'administrator', reach: openPerson },
  { name: 'people-devices', role: 'administrator', reach: page => openPeoplePage(page, '/people/devices') },
  { name: 'people-trail', role: 'administrator', reach: page => openPeoplePage(page, '/people/trail') },
  { name: 'people-chains', role: 'administrator', reach: page => openPeoplePage(page, '/people/chains') },
  { name: 'people-import', role: 'administrator', reach: openPeopleImport },
  { name: 'units', role: 'administrator', reach: openUnits },
  // Last of its person: the dialog stays until it is answered.
  { name: 'read-token', role: 'administrator', reach: openReadToken },
]

/** A screen that the list of communes leads to, once the communes are read. */
async function openCommunes(page: Page): Promise<void> {
  // A dialog of the screen before would keep the link from being tapped, and may stand in the address.
  await page.goto(new URL('/work', page.url()).href)
  await goTo(page, '/communes')
}

async function openFromCommunes(page: Page, path: string): Promise<void> {
  await openCommunes(page)
  await page.locator(`main a[href="${path}"]`).click()
  await page.locator('main section h2').first().waitFor()
}

async function openDigest(page: Page): Promise<void> {
  await openFromCommunes(page, '/due')
  await page.locator('main a[href="/digest"]').click()
  await page.locator('main section h2').nth(2).waitFor()
}

async function openProgressReport(page: Page, language: Language): Promise<void> {
  await openFromCommunes(page, '/report-centre')
  await page.getByRole('button', { name: word('reportCentre.show', language), exact: true }).click()
  await page.locator('article table').first().waitFor()
}

async function openTableDownload(page: Page, language: Language): Promise<void> {
  await openFromCommunes(page, '/report-centre')
  await page
    .getByRole('button', { name: word('tables.download', language) })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
}

/** Once all communes are worked out. */
async function openBoard(page: Page, path: string): Promise<void> {
  await goTo(page, '/board')
  if (path !== '/board') await page.locator(`main a[href="${path}"]`).click()
  await page.locator('main a[href^="/road?unit="], main a[href^="/board/list"]').first().waitFor()
  await page.locator('main progress').waitFor({ state: 'detached' })
}

/** What a figure counts. */
async function openDrilled(page: Page): Promise<void> {
  await openBoard(page, '/board/figures')
  await page.locator('main a[href="/board/list?of=openFindings"]').first().click()
  await page.locator('main li a').first().waitFor()
}

/** The reorganisation of 2025, with the choices that it leaves open. */
async function openUnits(page: Page): Promise<void> {
  await goTo(page, '/account')
  await page.locator('main a[href="/units"]').click()
  await page.locator('main button').first().click()
  await page.locator('main select').first().waitFor()
}

async function openProgrammeDialog(page: Page, button: string): Promise<void> {
  await page.goto(new URL('/programme', page.url()).href)
  await page.locator(button).first().click()
  await page.getByRole('dialog').waitFor()
}

/** With a day that does not fit, and the communes of a district. */
async function openProgramme(page: Page): Promise<void> {
  await goTo(page, '/account')
  await page.locator('main a[href="/programme"]').click()
  await page.waitForURL(url => url.pathname === '/programme')
  const days = page.locator('main ol input[inputmode=numeric]')
  await days.nth(1).fill('20/01/2027')
  await days.nth(0).fill('21/01/2027')
  await page.locator('main ol [aria-invalid=true]').waitFor()
  await page.locator('main summary').first().click()
}

async function openSettings(page: Page): Promise<void> {
  await goTo(page, '/account')
  await page.locator('main a[href="/settings"]').click()
  await page.waitForURL(url => url.pathname === '/settings')
  await page.locator('main input').first().waitFor()
}

/** The policy, which nobody has begun before. */
async function openDocument(page: Page): Promise<void> {
  await openRoadPage(page, '/documents')
  await page.locator('main ul button').first().click()
  await page.locator('main textarea').first().waitFor()
}

/** All findings and their figures, whoever has the next step. */
async function openFindings(page: Page, language: Language): Promise<void> {
  await goTo(page, '/findings')
  for (const filter of ['mine', 'open']) {
    const chip = page.getByRole('button', {
      name: new RegExp(`^${word(`findings.filter.${filter}`, language)}`, 'u'),
    })
    if ((await chip.getAttribute('aria-pressed')) === 'true') await chip.click()
  }
  await page.locator('main li a[href^="/findings/"]').first().waitFor()
  const figures = page.getByRole('button', { name: word('findings.board.openFigures', language) })
  if (await figures.isVisible()) await figures.click()
}

async function openFinding(page: Page, language: Language): Promise<void> {
  await openFindings(page, language)
  await page.locator('main li a[href^="/findings/"]').first().click()
  await page.getByText(word('findings.asked.title', language), { exact: true }).waitFor()
}

/** What of audits waits comes with a script of its own, after the rest. */
async function openAuditsWaiting(page: Page): Promise<void> {
  await goTo(page, '/work')
  await page.locator('main li a[href^="/findings"]').first().waitFor()
}

async function openReports(page: Page): Promise<void> {
  await goTo(page, '/audits')
  await page.locator('main a[href="/reports"]').click()
  await page.locator('main li a[href^="/reports/"]').first().waitFor()
}

async function openReport(page: Page, language: Language): Promise<void> {
  await openFinding(page, language)
  await page.locator('main a[href^="/reports/"]').first().click()
  await page.getByText(word('auditReport.signatures', language), { exact: true }).waitFor()
}

async function openPaper(page: Page, language: Language): Promise<void> {
  await openReport(page, language)
  await page.locator('main a[href^="/papers/"]').first().click()
  await page.locator('article table').first().waitFor()
}

async function openHelp(page: Page, language: Language): Promise<void> {
  await goTo(page, '/road')
  await page.getByRole('button', { name: word('common.help', language), exact: true }).click()
  await page.locator('dialog[open] ol').waitFor()
}

async function openGuide(page: Page, language: Language): Promise<void> {
  await openHelp(page, language)
  await page.locator('dialog[open] footer a').first().click()
  await page.locator('article ol').waitFor()
}

async function openRoadPage(page: Page, path: string): Promise<void> {
  // A dialog of the screen before would keep the link from being tapped, and may stand in the address.
  await page.goto(new URL('/work', page.url()).href)
  await goTo(page, '/road')
  await page.locator(`main a[href^="${path}"]`).click()
  await page.locator('main h1').waitFor()
}

async function openTrainingPeople(page: Page): Promise<void> {
  await openRoadPage(page, '/training')
  await page.locator('main a[href^="/training/people"]').click()
  await page.locator('main table').waitFor()
}

async function openTrainingPlan(page: Page, language: Language): Promise<void> {
  await openRoadPage(page, '/training')
  await page.getByRole('button', { name: word('training.plan.do', language) }).click()
  await page.getByRole('dialog').waitFor()
}

/** The one that was held. */
async function openTrainingSession(page: Page): Promise<void> {
  await openRoadPage(page, '/training')
  await page.locator('main li a[href^="/training/training."]').last().click()
  await page.locator('main table').waitFor()
}

async function openTrainingPaper(page: Page): Promise<void> {
  await openTrainingSession(page)
  await page.locator('main a[href^="/papers/certificates/"]').click()
  await page.locator('article table').first().waitFor()
}

async function openStep(page: Page, language: Language): Promise<void> {
  await page.reload()
  await goTo(page, '/road')
  await page.getByRole('button', { name: word('road.next.plan', language) }).click()
  await page.getByRole('dialog').waitFor()
}

async function openGate(page: Page): Promise<void> {
  await openRoadPage(page, '/road/readiness')
  await page.locator('main ul button').nth(4).click()
  await page.getByRole('dialog').waitFor()
}

/** New minutes, with what the data says already in them. */
async function openManagementReview(page: Page, language: Language): Promise<void> {
  await openRoadPage(page, '/road/review')
  await page.getByRole('button', { name: word('road.review.begin', language) }).click()
  await page.getByRole('button', { name: word('road.review.addDecision', language) }).click()
  await page.getByLabel(word('road.decision.text', language), { exact: true }).waitFor()
}

async function openDeclaration(page: Page, language: Language): Promise<void> {
  await openRoadPage(page, '/road/declaration')
  await page.getByRole('button', { name: word('road.declaration.begin', language) }).click()
  await page.getByRole('heading', { name: word('road.declaration.what', language) }).waitFor()
}

/** The decision that goes with the declaration which was begun before. */
async function openDecisionPaper(page: Page): Promise<void> {
  await openRoadPage(page, '/road/dossier')
  await page.locator('main a[href^="/papers/decision/"]').first().click()
  await page.locator('main article').waitFor()
}

/** A file made while there is no network, and the same file as whoever gets it sees it. */
async function openCarried(page: Page, language: Language): Promise<void> {
  const survey = surveyPage(page, language)
  await waitUntilInstalled(page)
  // The screen before left a change that is held.
  await pill(page, 'synced', language)
    .or(heldPill(page, 1, language))
    .first()
    .waitFor({ timeout: 60_000 })
  await page.context().setOffline(true)
  await survey.open()
  await survey.goToSection('s7')
  await survey.answer('s7_note', `offline, ${language}`)
  await survey.waitUntilSaved('s7_note')
  const carry = carryPage(page, language)
  await carry.open()
  const { file, words } = await carry.pack(makeTempFolder('carried'))
  await carry.choose(file)
  await carry.give(words)
  await page.getByRole('region', { name: word('carry.preview.title', language) }).waitFor()
  await page.context().setOffline(false)
}

/** A note changed here and on another tablet. */
async function openConflict(page: Page, language: Language): Promise<void> {
  const survey = surveyPage(page, language)
  await survey.open()
  await survey.goToSection('s1')
  await survey.card('s1_villages').waitFor()
  await survey.note(
    's1_villages',
    'Ba thôn ở xa trung tâm, đường khó đi vào mùa mưa; đã tính cả thôn Nà Lặng.',
  )
  await survey.waitUntilSaved('s1_villages')
  await syncNow(page, language)
  const thing = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '')
  await changeElsewhere(page, 'p-khanhlong', {
    thing,
    field: 'notes/s1_villages',
    value: 'Hai thôn ở xa trung tâm, đường khó đi quanh năm; chưa tính thôn Nà Lặng.',
  })
  await syncNow(page, language)
  await page.locator('mark').first().waitFor()
}

/** Photos taken without a network, each with its state. */
async function openWaiting(page: Page, language: Language): Promise<void> {
  const survey = surveyPage(page, language)
  await waitUntilInstalled(page)
  await page.context().setOffline(true)
  await survey.open()
  await survey.goToSection('s0')
  // Others than in the other language: the same photo would be no change.
  const seed = language === 'vi' ? 4 : 6
  await survey.addPhotos('s0_photo_front', [smallPhoto(seed), smallPhoto(seed + 1)])
  await survey.card('s0_photo_front').locator('img').nth(1).waitFor()
  await goTo(page, '/sync')
  await page.getByRole('radio', { name: word('sync.originals.onWifi', language), exact: true }).check()
  await page.locator('[data-thing] button').click()
  await page.locator('[data-thing] img').nth(1).waitFor()
}

/** A nonconformity whose evidence is missing yet, with all fields open. */
async function openFieldwork(page: Page, language: Language): Promise<void> {
  const audit = auditPage(page)
  await audit.openWork(await findAuditUnderway(page), '?by=area')
  const card = page.locator('article').first()
  await card.getByRole('radio', { name: word('audits.verdict.minor', language), exact: true }).check()
  const more = card.getByRole('button', { name: word('auditWork.moreFields', language), exact: true })
  if (await more.isVisible()) await more.click()
  await card.getByRole('button', { name: word('auditWork.sample.add', language), exact: true }).click()
  await card.getByRole('listitem').first().waitFor()
}

/** A finding raised from the check before, open for writing. */
async function openDraftFinding(page: Page, language: Language): Promise<void> {
  const audit = auditPage(page)
  await audit.openWork(await findAuditUnderway(page), '?by=area')
  const card = page.locator('article').first()
  const raise = card.getByRole('button', { name: word('auditWork.raise.finding', language), exact: true })
  const open = card.locator('a[href*="/findings?open="]')
  await raise.or(open).first().waitFor()
  if (await raise.isVisible()) await raise.click()
  await open.click()
  await page.waitForURL(url => url.pathname.endsWith('/findings'))
  await page.locator('article textarea').first().waitFor()
}

async function openClosing(page: Page): Promise<void> {
  const thing = await findAuditUnderway(page)
  await page.goto(new URL(`/audits/${encodeURIComponent(thing)}/closing`, page.url()).href)
  await page.locator('main textarea').first().waitFor()
}

async function openAccount(page: Page): Promise<void> {
  await page.context().setOffline(false)
  await goTo(page, '/account')
}

async function openPassword(page: Page, language: Language): Promise<void> {
  await openAccount(page)
  await page.locator('a[href="/account/password"]').click()
  await page.getByRole('button', { name: word('newPassword.own.do', language), exact: true }).click()
  await page.getByText(word('newPassword.own.empty', language)).waitFor()
}

/** Somebody whom the administrator has just added signs in with the password they were told. */
async function openNewPassword(page: Page, language: Language): Promise<void> {
  const { origin } = new URL(page.url())
  // The list of accounts to try is found by its Vietnamese words.
  await chooseLanguage(page, 'vi')
  const api = await openApi(origin, await findDemoAccount(page, origin, 'administrator'))
  await chooseLanguage(page, language)
  const username = `first-time-${language}`
  const answer = await api.ask('POST', '/api/people', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ people: [{ username, name: 'Lý Thị Mới', assignments: [] }] }),
  })
  const { made } = (await answer.json()) as { made: readonly { readonly password: string }[] }
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(made[0]?.password ?? '')
  await page.getByRole('button', { name: word('signIn.do', language), exact: true }).click()
  await page.locator('input[name=new-password]').fill('1234')
  await page.getByRole('button', { name: word('newPassword.do', language), exact: true }).click()
  await page.locator('[aria-invalid=true]').first().waitFor()
}

async function openReadToken(page: Page, language: Language): Promise<void> {
  await openAccount(page)
  await page.getByLabel(word('openData.name', language)).fill('Excel')
  await page.getByRole('button', { name: word('openData.make', language), exact: true }).click()
  await page.getByLabel(word('openData.token', language)).waitFor()
}

async function openExport(page: Page): Promise<void> {
  await goTo(page, '/communes')
  await page.locator('a[href*="export="]').click()
  await page.locator('dialog[open] select').first().waitFor()
}

async function openSentReview(page: Page, language: Language): Promise<void> {
  await goTo(page, '/communes')
  const sent = page.getByRole('row').filter({ hasText: word('responses.state.sent', language) })
  await sent.locator('a[href^="/review/"]').first().click()
  await page.locator('[id^=question-]').first().waitFor()
}

async function openFinish(page: Page, language: Language): Promise<void> {
  const survey = surveyPage(page, language)
  await survey.open()
  await page.goto(page.url().replace(/(responses\/[^/#]+).*$/u, '$1/finish'))
  await page.locator('progress').first().waitFor()
}

/** A quiz answered, always with the first option, sent and graded by the server. */
async function openQuizResult(page: Page, language: Language): Promise<void> {
  await goTo(page, '/work')
  await page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 3, name: quiz.title[language], exact: true }) })
    .last()
    .getByRole('button')
    .last()
    .click()
  await page.locator('[id^=question-]').first().waitFor()
  const questions = page.getByRole('radiogroup')
  for (let at = 0; at < (quiz.sections[0]?.items.length ?? 0); at++)
    await questions.nth(at).locator('label').first().click()
  await page.getByRole('button', { name: word('responses.toEnd', language), exact: true }).click()
  await page.getByRole('button', { name: word('responses.finish.send', language), exact: true }).click()
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: word('responses.finish.send', language) })
    .click()
  await page.getByRole('heading', { name: word('quiz.title', language) }).waitFor()
}

async function openMissing(page: Page, language: Language): Promise<void> {
  const citizen = handoverPage(page, language)
  await citizen.begin()
  await citizen.goToEnd()
  await citizen.press('send')
  await citizen.section(word('handover.missing.title', language))
}

async function openThanks(page: Page, language: Language): Promise<void> {
  const citizen = handoverPage(page, language)
  const missing = page.getByRole('heading', { name: word('handover.missing.title', language) })
  if (!(await missing.isVisible())) await openMissing(page, language)
  await page.locator('main ul li button').first().click()
  await citizen.choose('cs_field', 0)
  await citizen.press('next')
  await citizen.choose('cs_overall', 0)
  await citizen.press('next')
  await citizen.press('send')
  await citizen.section(word('handover.thanks.title', language))
}

async function openUnlock(page: Page, language: Language): Promise<void> {
  const citizen = handoverPage(page, language)
  if (!page.url().includes('/handover/')) await citizen.begin()
  await citizen.unlock('wrong')
  await page.getByText(word('handover.giveBack.wrong', language)).waitFor()
}

/** The checklist with a question more and one less, as somebody has changed it in Excel. */
async function openImport(page: Page): Promise<void> {
  await importForm(page, aChangedForm())
  await page.locator('[data-preview]').waitFor()
}

async function openBrokenImport(page: Page): Promise<void> {
  await importForm(page, aBrokenForm())
  await page.locator('[data-problems=errors]').waitFor()
}

/** A screen of the administrator, by its link on the list of people. */
async function openPeoplePage(page: Page, address: string): Promise<void> {
  await goTo(page, '/people')
  await page.locator(`a[href="${address}"]`).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** A file with one good row and most of what can be wrong. */
async function openPeopleImport(page: Page): Promise<void> {
  await openPeoplePage(page, '/people/import')
  const text = [
    'username;name;role;unit;from;to',
    'moi1;Nguyễn Văn Mới;Công chức xã;xa cao minh;01/01/2018;',
    'tinh;Nông Thị Hạnh;Điều phối tỉnh;20;;',
    'moi2;Lê Thị Hai;Trưởng thôn;06010;;',
    'moi3;Lê Thị Ba;Lãnh đạo xã;Xã Tân Thành;;',
    'moi4;Lê Thị Bốn;Lãnh đạo xã;06010;31/02/2018;',
  ].join('\n')
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'nguoi-dung.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('alert').first().waitFor()
}

async function openPerson(page: Page): Promise<void> {
  await goTo(page, '/people')
  await page.locator('a[href^="/people/p-"]').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}
