import { describe, expect, test } from 'vitest'
import en from '../../../../../locales/en/papers.json' with { type: 'json' }
import vi from '../../../../../locales/vi/papers.json' with { type: 'json' }
import { getTrainingTopic } from '../../../../../src/domain/qms/training-topics.ts'
import { readTraining } from '../../../../../src/domain/qms/training.ts'
import type { Paper } from '../../../../../src/domain/reports/papers/paper.ts'
import type { PaperFrame } from '../../../../../src/domain/reports/papers/paper-frame.ts'
import type { PaperNames } from '../../../../../src/domain/reports/papers/paper-words.ts'
import {
  attendancePaper,
  certificatesPaper,
} from '../../../../../src/domain/reports/papers/training-papers.ts'
import { stored } from '../../../../support/qms-facts.ts'

const sha = 'a'.repeat(64)
const training = readTraining(
  stored({
    topic: 'aware',
    'days/held': '2017-11-20',
    hours: 4,
    'text/place': 'Hội trường',
    'invited/an': true,
    'invited/binh': true,
    'attendance/an': { name: 'An', post: 'Chủ tịch' },
    'attendance/binh': { name: 'Bình', post: '' },
    'attendance/chi': { name: 'Chi', post: '' },
    'attendance/duc': { name: 'Đức', post: '' },
    [`evidence/an/${sha}`]: { type: 'image/png', size: 5, width: 300, height: 100, thumb: null },
  }),
)

/** Words as the app has them; a key that is in no file is a fault. */
const wordsOf =
  (texts: object): PaperNames['words'] =>
  (key, values = {}) => {
    let found: unknown = texts
    for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part]
    if (typeof found !== 'string') throw new Error(`no words for ${key}`)
    return found.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name]))
  }

function given(texts: object, topic: string) {
  const names = { words: wordsOf(texts), date: (day: string) => day } as PaperNames
  return { training, topic: getTrainingTopic(topic), title: 'Chủ đề', frame: {} as PaperFrame, names }
}

const result = (person: string, total: number, on = '2017-11-21') =>
  [person, { thing: `quiz-${person}`, on, person, name: undefined, total }] as const

const tableOf = ({ blocks }: Paper): readonly (readonly string[])[] =>
  blocks.flatMap(block => (block.type === 'table' ? block.rows : []))

describe('papers of a training session', () => {
  test('the attendance list names everybody, says who has signed, and shows each signature with its name', () => {
    const paper = attendancePaper(given(vi, 'aware'))
    expect(tableOf(paper)).toEqual([
      ['1', 'An', 'Chủ tịch', 'Đã ký trên máy'],
      ['2', 'Bình', '', ''],
      ['3', 'Chi', '', ''],
      ['4', 'Đức', '', ''],
    ])
    expect(paper.photos).toEqual([
      { sha256: sha, type: 'image/png', width: 300, height: 100, caption: 'Chữ ký của An' },
    ])
    expect(JSON.stringify(paper.blocks)).toContain('4 người dự, mời 2 người')
  })

  test('the list of certificates leaves the number to the clerk and tells how each did after the session', () => {
    const results = new Map([result('an', 91.7), result('binh', 40), result('chi', 90, '2017-11-19')])
    expect(tableOf(certificatesPaper({ ...given(vi, 'aware'), results }))).toEqual([
      ['1', 'An', 'Chủ tịch', '', '2017-11-20', 'Đạt (92%)'],
      ['2', 'Bình', '', '', '2017-11-20', 'Chưa đạt (40%)'],
      ['3', 'Chi', '', '', '2017-11-20', 'Chưa kiểm tra'],
      ['4', 'Đức', '', '', '2017-11-20', 'Chưa kiểm tra'],
    ])
  })

  test('of a subject without a quiz it tells that they took part', () => {
    const paper = certificatesPaper({ ...given(vi, 'audit'), results: new Map([result('an', 10)]) })
    expect(new Set(tableOf(paper).map(row => row.at(-1)))).toEqual(new Set(['Đã tham dự']))
  })

  test.each([vi, en])('have all their words, and no number but the clerk’s blank', texts => {
    const results = new Map([result('an', 91.7), result('binh', 40)])
    for (const paper of [
      attendancePaper(given(texts, 'aware')),
      certificatesPaper({ ...given(texts, 'aware'), results }),
    ]) {
      expect(JSON.stringify(paper)).not.toContain('{{')
      expect(paper.number).not.toMatch(/\d/u)
      expect(paper.kind).toBe(paper.kind.toUpperCase())
      expect(paper.fileName).toMatch(/^[\w .-]+$/u)
    }
  })
})
