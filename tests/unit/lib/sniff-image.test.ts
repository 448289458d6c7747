import { describe, expect, test } from 'vitest'
import { sniffImage } from '../../../src/lib/sniff-image.ts'

describe('what some bytes are', () => {
  test.each([
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'image/png'],
    ['a PNG that went through a text editor', [0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a], undefined],
    ['a GIF', [...Buffer.from('GIF89a')], undefined],
    ['an SVG', [...Buffer.from('<svg xmlns')], undefined],
    ['a page', [...Buffer.from('<!doctype html>')], undefined],
    ['nothing', [], undefined],
    ['two bytes of a JPEG', [0xff, 0xd8], undefined],
  ])('%s', (_, bytes, type) => {
    expect(sniffImage(Uint8Array.from(bytes))).toBe(type)
  })
})
