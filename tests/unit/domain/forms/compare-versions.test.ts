import { expect, test } from 'vitest'
import { compareVersions } from '../../../../src/domain/forms/compare-versions.ts'
import { nextVersion } from '../../../../src/domain/forms/next-version.ts'
import { aForm, aQuestion } from '../../../support/a-form.ts'

const title = { vi: 'x', en: 'x' }
const section = (id: string, ...items: readonly ReturnType<typeof aQuestion>[]) => ({ id, title, items })

test('questions that were added, removed and changed are told by their id', () => {
  const before = aForm({ sections: [section('s1', aQuestion('q1'), aQuestion('q2'), aQuestion('q3'))] })
  const after = aForm({
    sections: [
      section('s1', aQuestion('q4'), aQuestion('q1'), aQuestion('q3', { required: true, label: title })),
    ],
  })
  const { added, removed, changed } = compareVersions(before, after)
  expect(added.map(({ id }) => id)).toEqual(['q4'])
  expect(removed.map(({ id }) => id)).toEqual(['q2'])
  expect(changed.map(({ after: { id }, aspects }) => [id, aspects])).toEqual([['q3', ['words', 'logic']]])
})

test('another list, type, weight or page is a change, another order within the page is none', () => {
  const options = [{ value: 'a', label: title }]
  const before = aForm({
    sections: [
      section('s1', aQuestion('q1', { type: 'select_one', options }), aQuestion('q2'), aQuestion('q3')),
    ],
  })
  const more = [...options, { value: 'b', label: title }]
  const after = aForm({
    sections: [
      section('s1', aQuestion('q2', { weight: 2 }), aQuestion('q1', { type: 'select_one', options: more })),
      section('s2', aQuestion('q3', { type: 'textarea', appearance: 'multiline' })),
    ],
  })
  expect(compareVersions(before, after).changed.map(({ aspects }) => aspects)).toEqual([
    ['score'],
    ['options'],
    ['type', 'other', 'place'],
  ])
  expect(compareVersions(before, before)).toEqual({ added: [], removed: [], changed: [] })
})

test.each([
  ['1.0.0', [], '1.0.1'],
  ['1.0.9', ['1.0.10'], '1.0.11'],
  ['20261099', [], '20261100'],
  ['v09', ['v10'], 'v11'],
  ['final', ['final.1'], 'final.2'],
])('after %s, where %j are taken, comes %s', (version, taken, expected) => {
  expect(nextVersion(version, taken)).toBe(expected)
})
