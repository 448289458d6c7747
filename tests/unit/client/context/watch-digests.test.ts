import { expect, test } from 'vitest'
import type { App } from '../../../../src/client/context/app.ts'
import { watchDigests } from '../../../../src/client/context/watch-digests.ts'

type Digests = Awaited<ReturnType<App['digests']>>

function aWatch() {
  const heard: string[] = []
  const { promise, resolve } = Promise.withResolvers<Digests>()
  const end = watchDigests({ digests: () => promise }, () => {
    heard.push('begun')
    return { stop: () => heard.push('stopped') }
  })
  const read = async () => {
    resolve({} as Digests)
    await promise
  }
  return { heard, end, read }
}

test('watching begins once the digests can be read, and stops with its end', async () => {
  const { heard, end, read } = aWatch()
  expect(heard).toEqual([])
  await read()
  expect(heard).toEqual(['begun'])
  end()
  expect(heard).toEqual(['begun', 'stopped'])
})

test('a watch that was ended before the digests could be read never begins', async () => {
  const { heard, end, read } = aWatch()
  end()
  await read()
  expect(heard).toEqual([])
})
