import { addExif } from './exif.ts'
import { makeJpeg } from './jpeg.ts'

/** A file for `locator.setInputFiles`. */
export interface PhotoFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const photo = (name: string, bytes: Uint8Array): PhotoFile => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
})

/** 12 megapixels, about 1.5 MB, with the place and the tablet's name in its EXIF. Each seed is another picture. */
export const phonePhoto = (seed = 1): PhotoFile =>
  photo(`IMG_${seed}.jpg`, addExif(makeJpeg({ width: 4000, height: 3000, seed }), { orientation: 1 }))

/** A small one for tests that are not about size; held upright, so EXIF turns it. */
export const smallPhoto = (seed = 1): PhotoFile =>
  photo(`small_${seed}.jpg`, addExif(makeJpeg({ width: 640, height: 480, seed }), { orientation: 6 }))

/** 7,304 × 5,478, as the dearest tablets take. */
export const fortyMegapixelPhoto = (): PhotoFile =>
  photo('IMG_40MP.jpg', addExif(makeJpeg({ width: 7304, height: 5478, detail: 3 }), {}))

/** A text that calls itself a photo. */
export const textNamedJpg = (): PhotoFile =>
  photo('ghi-chu.jpg', Buffer.from('Đây không phải là ảnh.\n'.repeat(50)))

/** A photo whose second half is missing. */
export const cutPhoto = (): PhotoFile => {
  const whole = smallPhoto()
  return { ...whole, name: 'cut.jpg', buffer: whole.buffer.subarray(0, whole.buffer.length / 2) }
}
