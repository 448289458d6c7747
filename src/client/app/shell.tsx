import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate } from 'react-router'
import { homeUnit } from '../../domain/people/home-unit.ts'
import { useApp } from '../context/app-context.tsx'
import { useDirectory } from '../context/use-directory.ts'
import { useScope } from '../context/use-scope.ts'
import { whenIdle } from '../context/when-idle.ts'
import { SignInAgain } from '../features/sign-in/sign-in-again.tsx'
import { SyncPill } from '../features/sync-status/sync-pill.tsx'
import type { AppNavItem } from '../ui/app-nav.tsx'
import { AppShell } from '../ui/app-shell.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Stack } from '../ui/stack.tsx'
import { EmptiedBanner } from './emptied-banner.tsx'
import { ExportGate } from './export-gate.tsx'
import { HelpButton } from './help-button.tsx'
import { UpdateBanner } from './update-banner.tsx'

/** The frame around every screen of a signed-in person; the navigation holds what the roles allow. */
export function Shell() {
  const app = useApp()
  const scope = useScope()
  const directory = useDirectory()
  const navigate = useNavigate()
  const { t, i18n } = useTranslation('common')
  const fills = scope !== undefined && scope.communesWhere('response.fill').length > 0
  const fillsSome = fills || (scope !== undefined && scope.communesWhere('response.fillNamed').length > 0)
  const reads = scope !== undefined && scope.communesWhere('response.read').length > (fills ? 1 : 0)
  useEffect(() => {
    if (!reads) return undefined
    const fetchAhead = async (): Promise<void> =>
      (await import('./fetch-board.ts')).fetchBoard(name => i18n.loadNamespaces(name))
    // What cannot be had now is asked for again by the tap.
    return whenIdle(() => void fetchAhead().catch(() => undefined))
  }, [reads, i18n])
  const hasRoad = scope !== undefined && scope.communesWhere('qms.write').length > 0
  const hasFindings = scope !== undefined && scope.communesWhere('finding.comment').length > 0
  const audits = scope !== undefined && scope.communesWhere('audit.read').length > 0
  const assignments = directory?.assignmentsOf(app.person.id) ?? []
  const manages = assignments.some(({ unit }) => scope?.mayDo('people.manage', unit))
  const publishes = assignments.some(({ unit }) => scope?.mayDo('form.publish', unit))
  const roads = ['/road', '/training', '/documents']
  const dues = ['/due', '/digest', '/report-centre']
  const nav: readonly AppNavItem[] = [
    ...(fillsSome || !reads
      ? [
          {
            to: '/work',
            label: t('nav.work'),
            icon: 'clipboard' as const,
            also: ['/responses', ...(reads ? [] : dues)],
          },
        ]
      : []),
    ...(hasRoad ? [{ to: '/road', label: t('nav.road'), icon: 'flag' as const, also: roads }] : []),
    ...(reads
      ? [
          {
            to: '/communes',
            label: t('nav.communes'),
            icon: 'building' as const,
            also: ['/review', ...dues],
          },
          // Whoever has no road of their own comes to others' from here.
          {
            to: '/board',
            label: t('nav.board'),
            icon: 'chart' as const,
            also: hasRoad ? [] : roads,
          },
        ]
      : []),
    ...(audits
      ? [{ to: '/audits', label: t('nav.audits'), icon: 'shieldCheck' as const, also: ['/reports'] }]
      : []),
    ...(hasFindings
      ? [{ to: '/findings', label: t('nav.findings'), icon: 'warning' as const, also: ['/reports'] }]
      : []),
    ...(publishes ? [{ to: '/forms', label: t('nav.forms'), icon: 'document' as const }] : []),
    ...(manages ? [{ to: '/people', label: t('nav.people'), icon: 'users' as const, also: ['/units'] }] : []),
    { to: '/sync', label: t('nav.sync'), icon: 'sync' as const, isAbove: true },
    {
      to: '/account',
      label: t('nav.account'),
      icon: 'user' as const,
      isAbove: true,
      also: ['/settings', '/programme', '/units'],
    },
  ]
  const unit = directory && homeUnit(assignments, directory.tree, app.today())?.fullName
  return (
    <AppShell
      nav={nav}
      person={{
        name: app.person.name,
        unit: unit ?? app.person.username,
        onSelect: () => void navigate('/account'),
      }}
      sync={<SyncPill />}
      language={<LanguageSwitch />}
      help={<HelpButton />}
      demo={app.isDemo}
    >
      <Stack>
        <EmptiedBanner />
        <UpdateBanner />
        <SignInAgain />
        <Outlet />
        <ExportGate />
      </Stack>
    </AppShell>
  )
}
