// @vitest-environment jsdom
import type { RouteObject } from 'react-router'
import { describe, expect, test } from 'vitest'
import { lateRoutes } from '../../../../src/client/app/late-routes.ts'
import { createRoutes } from '../../../../src/client/app/routes.tsx'
import { findHelp } from '../../../../src/client/features/help/find-help.ts'
import { helpOfRoutes } from '../../../../src/client/features/help/help-of-routes.ts'
import en from '../../../../locales/en/help.json' with { type: 'json' }
import vi from '../../../../locales/vi/help.json' with { type: 'json' }

/** Outside the frame: a citizen holds the tablet, and the form explains itself. */
const withoutHelp = ['handover/:thing']

interface Help {
  readonly about: string
  readonly steps: Readonly<Record<string, string>>
  readonly after: string
  readonly ask: Readonly<Record<string, { readonly question: string; readonly answer: string }>>
}

const texts: Readonly<Record<string, Readonly<Record<string, Help>>>> = { vi: vi.page, en: en.page }

const pathsOf = (routes: readonly RouteObject[]): readonly string[] =>
  routes.flatMap(({ path, children = [] }) => [
    ...(path === undefined || path === '*' ? [] : [path]),
    ...pathsOf(children),
  ])

const paths = [...pathsOf(createRoutes().routes as readonly RouteObject[]), ...pathsOf(lateRoutes)].filter(
  path => !withoutHelp.includes(path),
)

/** Each route that lacks its help, with what to do about it. */
const problemsOf = (routes: readonly string[]): readonly string[] =>
  routes.flatMap(path => {
    const name = helpOfRoutes[path]
    if (name === undefined)
      return [
        `${path} has no help: add it to client/features/help/help-of-routes.ts and write page.<name> (about, steps, after, ask) in locales/vi/help.json and locales/en/help.json`,
      ]
    return Object.entries(texts)
      .filter(([, pages]) => pages[name] === undefined)
      .map(([language]) => `locales/${language}/help.json lacks page.${name}, the help of ${path}`)
  })

test('every screen has a help in both languages', () => {
  expect(paths.length).toBeGreaterThan(30)
  expect(problemsOf(paths)).toEqual([])
})

test('the help is that of the route, also where another route with something variable in it fits', () => {
  expect(findHelp('/work')).toBe('work')
  expect(findHelp('/audits/programme')).toBe('auditProgramme')
  expect(findHelp('/audits/a1%402017/plan')).toBe('auditPlan')
  expect(findHelp('/audits/a1')).toBe('audit')
  expect(findHelp('/nowhere')).toBeUndefined()
})

test('a new address without a help is noticed', () => {
  expect(problemsOf(['somewhere/new']).join()).toContain('help-of-routes.ts')
})

describe.each(Object.entries(texts))('the help in %s', (language, pages) => {
  test.each(Object.entries(pages))('%s is short and whole', (_, { about, steps, after, ask }) => {
    const sentences = [about, ...Object.values(steps), after]
    expect(Object.keys(steps).length).toBeGreaterThanOrEqual(2)
    expect(Object.keys(steps).length).toBeLessThanOrEqual(6)
    expect(Object.keys(ask).length).toBeGreaterThanOrEqual(1)
    for (const sentence of sentences) expect(sentence.length, sentence).toBeLessThan(240)
  })

  test('says the same as the other language, step by step', () => {
    const shape = (page: Help) => [Object.keys(page.steps), Object.keys(page.ask)]
    const other = texts[language === 'vi' ? 'en' : 'vi'] ?? {}
    for (const [name, page] of Object.entries(pages))
      expect(shape(other[name] ?? page), name).toEqual(shape(page))
  })
})
