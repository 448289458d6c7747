/**
 * Folds a text for search: lower case, no diacritics, `đ` as `d`, one space between words.
 * Since tone marks go altogether, their placement (hoà, hòa) does not matter either.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/gu, ' ')
    .trim()
}
