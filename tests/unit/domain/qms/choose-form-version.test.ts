import { expect, test } from 'vitest'
import { chooseFormVersion } from '../../../../src/domain/qms/choose-form-version.ts'

const versions = ['1', '3', '2'].map(version => ({ id: 'a', version })).concat({ id: 'b', version: '9' })

test('a new response begins with what was published last, whatever its version is called', () => {
  expect(chooseFormVersion(versions, { id: 'a', version: '1' })?.version).toBe('2')
  expect(chooseFormVersion(versions, { id: 'a', version: '2' })?.version).toBe('2')
})

test('a tablet that does not have the least version yet begins nothing older', () => {
  expect(chooseFormVersion(versions, { id: 'a', version: '4' })).toBeUndefined()
  expect(chooseFormVersion(versions, { id: 'c', version: '1' })).toBeUndefined()
})
