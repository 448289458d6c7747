import { expect, test } from 'vitest'
import { readXlsform } from '../../../../src/domain/xlsform/read-xlsform.ts'
import { writeXlsform } from '../../../../src/domain/xlsform/write-xlsform.ts'
import { mustRead, places, questionsOf, read } from './a-workbook.ts'

const [a, b, c] = ['a', 'b', 'c'].map(digit => digit.repeat(64))
const survey = `type|name|label|media::image
select_one pets|pet|Pet|house.png
text|other|Other|`
const choices = `list_name|name|label|media::image::Tiếng Việt (vi)|media::image::English (en)
pets|dog|Dog|chó.jpg|dog.jpg
pets|cat|Cat|cat.png|cat.png
pets|none|None||`
const images = { 'House.PNG': a ?? '', ['chó.jpg'.normalize('NFD')]: b ?? '', 'cat.png': c ?? '' }

test('pictures of questions and choices are read, by language where they differ, and found by name', () => {
  const { form, warnings } = read(survey, { choices, options: { images } })
  if (!form) throw new Error('no form')
  const pet = questionsOf(form)['pet']
  expect(pet?.image).toBe('house.png')
  expect(pet && 'options' in pet && pet.options.map(({ image }) => image)).toEqual([
    { vi: 'chó.jpg', en: 'dog.jpg' },
    'cat.png',
    undefined,
  ])
  // Whatever the case, and however the disk writes an accent.
  expect(form.media).toEqual({ 'house.png': a, 'chó.jpg': b, 'cat.png': c })
  expect(warnings).toEqual([
    { code: 'imageNotAttached', sheet: 'choices', row: 2, column: 'D', file: 'dog.jpg' },
  ])
})

test('a form keeps its pictures when it is written and read again without them', () => {
  const form = mustRead(survey, { choices, options: { images } })
  const again = readXlsform(writeXlsform(form))
  expect(again.form).toEqual(form)
  // One that came along takes the place of the one before.
  const changed = readXlsform(writeXlsform(form), { images: { 'cat.png': a ?? '' } })
  expect(changed.form?.media).toEqual({ ...form.media, 'cat.png': a })
})

test('what came along and is named nowhere is told, and a picture of a group too', () => {
  const { form, warnings } = read(
    `type|name|label|image|big-image
begin group|g|G|group.png|
text|t||t.png|large.png
end group|||`,
    { options: { images: { 'T.png': a ?? '', 'x.png': b ?? '' } } },
  )
  expect(places(warnings)).toEqual(['imageNotUsed@', 'mediaNotShown@E1', 'mediaNotShown@D2'])
  expect(form?.media).toEqual({ 't.png': a })
})
