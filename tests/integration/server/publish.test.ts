import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formToFields, publishedFormThing, type FormField } from '../../../src/domain/qms/published-form.ts'
import { publishedFormType } from '../../../src/domain/qms/published-form-type.ts'
import { responseId, responseFields } from '../../../src/domain/responses/response-fields.ts'
import type { FormVersion } from '../../../src/domain/forms/form-version.ts'
import { baselineSurvey, createBuiltInForms } from '../../../src/server/app/forms.ts'
import { createPublishedForms } from '../../../src/server/app/published-forms.ts'
import { programmeId, referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { aForm, aQuestion } from '../../support/a-form.ts'
import { aPicture, tus, upload } from './a-picture.ts'
import { aServer, sha256Of, unitOf, type Name, type TestServer } from './a-server.ts'
import { aTablet, fieldsOf, results } from './a-tablet.ts'

const title = { vi: 'Phần', en: 'Part' }
const v1 = aForm()
const v2 = aForm({ version: '2', sections: [{ id: 's1', title, items: [aQuestion('q1'), aQuestion('q9')] }] })

describe.each(['sqlite', 'postgres'] as const)('publishing forms on %s', engine => {
  let server: TestServer
  beforeEach(async () => {
    server = await aServer({ engine })
  })
  afterEach(() => server.close())

  const tabletOf = async (name: Name, commune?: string) =>
    aTablet(server, await server.signedIn(name), name, commune)
  type Tablet = Awaited<ReturnType<typeof tabletOf>>

  const toOps = (tablet: Tablet, name: { id: string; version: string }, fields: readonly FormField[]) =>
    fields.map(({ field, value }) =>
      tablet.op(field, value, {
        feed: referenceFeed,
        type: publishedFormType,
        thing: publishedFormThing(name),
      }),
    )
  const publish = async (tablet: Tablet, form: FormVersion) =>
    results(await tablet.sync(toOps(tablet, form, formToFields(form))))
  const begin = (tablet: Tablet, commune: string, form: FormVersion) => {
    const thing = responseId(programmeId, form.id, unitOf(commune))
    const ops = [
      tablet.op('form', { id: form.id, version: form.version }, { thing }),
      ...['q1', 'q2', 'q9'].map(id => tablet.op(responseFields.answer(id), 'x', { thing })),
    ]
    return tablet.sync(ops)
  }

  test('a coordinator publishes, a tablet of a commune pulls it, responses are judged by their own version', async () => {
    const hanh = await tabletOf('hanh')
    expect(await publish(hanh, v1)).toEqual(['ok', 'ok'])
    const lan = await tabletOf('lan')
    expect(results(await begin(lan, '05998', v1))).toEqual(['ok', 'ok', 'ok', 'held: unknownField'])

    expect(await publish(hanh, v2)).toEqual(['ok', 'ok'])
    const minh = await tabletOf('minh', '06190')
    const pulled = fieldsOf(await minh.sync(), referenceFeed)
    expect(pulled['head']).toMatchObject({ id: 'checklist' })
    expect(results(await begin(minh, '06190', v2))).toEqual(['ok', 'ok', 'held: unknownField', 'ok'])
    expect(results(await begin(lan, '05998', v2))[0]).toBe('held: locked')
  })

  test('SY12 pictures of a form come to who reads the feed; naming the hash of another’s opens nothing', async () => {
    const [own, others] = [aPicture('lựa chọn'), aPicture('của người khác')]
    const lan = await server.signedIn('lan')
    await upload(await server.signedIn('vinh'), others)
    const hanh = await server.signedIn('hanh')
    const tablet = aTablet(server, hanh, 'hanh')
    const media = { 'a.png': own.sha256, 'b.png': others.sha256 }
    expect(await publish(tablet, aForm({ media }))).toEqual(['ok', 'ok'])
    expect((await tus.read(lan, own.sha256)).status).toBe(404)
    await upload(hanh, own)
    const read = await tus.read(lan, own.sha256)
    expect(sha256Of(Buffer.from(await read.arrayBuffer()))).toBe(own.sha256)
    expect((await tus.read(lan, others.sha256)).status).toBe(404)
  })

  test('another process knows what this one took before the request began', async () => {
    const other = createPublishedForms(server.services.entries, referenceFeed)
    await other.refresh()
    expect(other.find(v1)).toBeUndefined()
    await publish(await tabletOf('hanh'), v1)
    await Promise.all([other.refresh(), other.refresh(), other.refresh()])
    expect(other.find(v1)?.form).toEqual(v1)
    expect(other.find({ ...v1, version: '2' })).toBeUndefined()
  })

  test('SY9 nobody else writes to the reference, and a coordinator nothing else', async () => {
    for (const name of ['lan', 'vinh', 'duc'] as const)
      expect(await publish(await tabletOf(name), v1)).toEqual(['held: notYourRole', 'held: notYourRole'])
    const hanh = await tabletOf('hanh')
    const elsewhere = [
      hanh.op('name', 'x', { feed: referenceFeed, type: 'person', thing: 'p1' }),
      hanh.op('surveyForm', { id: 'x' }, { feed: referenceFeed, type: 'programme', thing: programmeId }),
      hanh.op('begunOn', '2026-11-01', { feed: referenceFeed, type: 'programme', thing: 'another' }),
      hanh.op('head', {}, { feed: referenceFeed, type: 'response', thing: 'form.x@1' }),
      hanh.op('head', {}, { type: publishedFormType, thing: 'form.x@1' }),
    ]
    expect(results(await hanh.sync(elsewhere))).toEqual([
      'held: notYourRole',
      'held: badValue',
      'held: unknownField',
      'held: notYourRole',
      'held: otherFeed',
    ])
    const builtIn = createBuiltInForms().find(baselineSurvey)
    if (!builtIn) throw new Error('no survey')
    expect((await publish(hanh, builtIn.form)).at(-1)).toBe('held: locked')
  })

  test('SY9 the province alone says who takes part in a programme', async () => {
    const joins = { feed: referenceFeed, type: 'programme', thing: programmeId }
    for (const name of ['lan', 'vinh', 'duc'] as const) {
      const tablet = await tabletOf(name)
      expect(results(await tablet.sync([tablet.op('communes/x', true, joins)]))).toEqual([
        'held: notYourRole',
      ])
    }
    const hanh = await tabletOf('hanh')
    expect(results(await hanh.sync([hanh.op('communes/x', true, joins)]))).toEqual(['ok'])
  })

  test('a published survey becomes a programme’s, by the province alone; one of another kind or version does not', async () => {
    const hanh = await tabletOf('hanh')
    const training = aForm({ id: 'training', kind: 'training' })
    await publish(hanh, v1)
    await publish(hanh, training)
    const choose = async (tablet: Tablet, form: { readonly id: string; readonly version: string }) => {
      const survey = { id: form.id, version: form.version }
      const of = { feed: referenceFeed, type: 'programme', thing: programmeId }
      return results(await tablet.sync([tablet.op('surveyForm', survey, of)]))
    }
    expect(await choose(await tabletOf('lan'), v1)).toEqual(['held: notYourRole'])
    expect(await choose(hanh, v2)).toEqual(['held: badValue'])
    expect(await choose(hanh, training)).toEqual(['held: badValue'])
    expect(await choose(hanh, v1)).toEqual([expect.stringMatching(/^(ok|conflict)$/u)])
  })

  test('SY4 a broken form is held and blocks nothing; a mended one goes through under the same name', async () => {
    const hanh = await tabletOf('hanh')
    const cycle = aForm({
      sections: [
        {
          id: 's1',
          title,
          items: [
            aQuestion('q1', { relevance: "${q2} = 'x'" }),
            aQuestion('q2', { relevance: "${q1} = 'x'" }),
          ],
        },
      ],
    })
    const [part, head] = formToFields(v1)
    if (!part || !head) throw new Error('no fields')
    const ops = [
      ...toOps(hanh, v1, formToFields(cycle)),
      ...toOps(hanh, v1, [{ field: 'part/0', value: '{"schema"' }, head]),
      ...toOps(hanh, v1, [
        { field: 'part/0', value: 7 },
        { field: 'part/50', value: 'x' },
        { field: 'x', value: 1 },
      ]),
      ...toOps(hanh, { id: 'other', version: '1' }, [part, head]),
      ...toOps(hanh, v2, formToFields(v2)),
    ]
    const seen = results(await hanh.sync(ops))
    expect(seen.filter(one => one !== 'ok' && one !== 'conflict')).toEqual([
      'held: badValue',
      'held: badValue',
      'held: badValue',
      'held: unknownField',
      'held: unknownField',
      'held: badValue',
    ])
    expect(seen.slice(-2)).toEqual(['ok', 'ok'])
    const fields = formToFields(v1)
    const again = toOps(hanh, v1, fields)
    expect(results(await hanh.sync(again)).at(-1)).toBe('ok')
    expect(results(await hanh.sync(again)).at(-1)).toBe('duplicate')
  })

  test('what is published never changes', async () => {
    const hanh = await tabletOf('hanh')
    await publish(hanh, v1)
    const changed = toOps(hanh, v1, formToFields({ ...v1, title: { vi: 'Khác', en: 'Other' } }))
    const more = toOps(hanh, v1, [
      { field: 'part/7', value: 'x' },
      { field: 'note', value: 'x' },
    ])
    expect(results(await hanh.sync([...changed, ...more]))).toEqual(
      Array.from({ length: 4 }, () => 'held: locked'),
    )
  })
})
