import type { Context } from 'hono'
import type { QueryProblem } from './parse-query.ts'

export type OdataProblem =
  | QueryProblem
  | { readonly type: 'unauthorized' | 'notFound' | 'readOnly' | 'pageGone' | 'skipTooLarge' | 'failed' }
  | { readonly type: 'tooManyTries'; readonly seconds: number }
  | { readonly type: 'setUnknown'; readonly name: string }

interface Words {
  readonly status: 400 | 401 | 404 | 405 | 410 | 429 | 500 | 501
  readonly vi: string
  readonly en: string
}

/**
 * Words of the feed's errors. They are shown by Excel and Power BI, not by the app, so they do not lie in `locales`,
 * which the app bundles.
 */
function wordsOf(problem: OdataProblem): Words {
  switch (problem.type) {
    case 'unauthorized':
      return {
        status: 401,
        vi: 'Mã đọc dữ liệu không đúng hoặc đã hết hạn. Hãy tạo mã mới trong ISO Xã, trang “Tài khoản”, rồi nhập tên đăng nhập và mã đó.',
        en: 'The read token is wrong or has expired. Make a new one in ISO Xã, on the page “Account”, then enter your username and that token.',
      }
    case 'tooManyTries':
      return {
        status: 429,
        vi: `Nhập sai quá nhiều lần. Hãy thử lại sau ${problem.seconds} giây.`,
        en: `Too many wrong tries. Try again in ${problem.seconds} seconds.`,
      }
    case 'notFound':
      return { status: 404, vi: 'Ở địa chỉ này không có gì.', en: 'There is nothing at this address.' }
    case 'setUnknown':
      return {
        status: 404,
        vi: `Không có bảng dữ liệu “${problem.name}”. Danh sách bảng ở /odata/v1/.`,
        en: `There is no entity set “${problem.name}”. They are listed at /odata/v1/.`,
      }
    case 'readOnly':
      return { status: 405, vi: 'Dữ liệu này chỉ để đọc.', en: 'This feed can only be read.' }
    case 'pageGone':
      return {
        status: 410,
        vi: 'Trang tiếp theo không còn nữa vì phạm vi của bạn đã thay đổi. Hãy tải lại từ đầu.',
        en: 'The next page is gone, since your scope has changed. Begin again.',
      }
    case 'skipTooLarge':
      return {
        status: 400,
        vi: '$skip cùng với $orderby quá lớn. Hãy đi theo @odata.nextLink.',
        en: '$skip together with $orderby is too large. Follow @odata.nextLink instead.',
      }
    case 'failed':
      return {
        status: 500,
        vi: 'Máy chủ gặp lỗi. Hãy thử lại sau.',
        en: 'The server failed. Try again later.',
      }
    case 'optionUnknown':
      return {
        status: 400,
        vi: `Không có tùy chọn ${problem.option}.`,
        en: `There is no query option ${problem.option}.`,
      }
    case 'optionTwice':
      return {
        status: 400,
        vi: `${problem.option} chỉ được có một lần.`,
        en: `${problem.option} may be given once only.`,
      }
    case 'optionNotSupported':
      return {
        status: 501,
        vi: `Dữ liệu này không hỗ trợ ${problem.option}.`,
        en: `This feed does not support ${problem.option}.`,
      }
    case 'optionWrong':
      return {
        status: 400,
        vi: `Không hiểu ${problem.option}=${problem.value}.`,
        en: `${problem.option}=${problem.value} is not understood.`,
      }
    case 'propertyUnknown':
      return {
        status: 400,
        vi: `Không có cột “${problem.name}”. Các cột ở /odata/v1/$metadata.`,
        en: `There is no property “${problem.name}”. They are listed at /odata/v1/$metadata.`,
      }
    case 'functionUnknown':
      return {
        status: 501,
        vi: `$filter không hỗ trợ hàm ${problem.name}().`,
        en: `$filter does not support the function ${problem.name}().`,
      }
    case 'typesDiffer':
      return {
        status: 400,
        vi: `$filter so sánh ${problem.left} với ${problem.right}. Viết ngày như 2017-11-01, giờ như 2017-11-01T08:00:00+07:00, chữ trong dấu '…'.`,
        en: `$filter compares ${problem.left} with ${problem.right}. Write days as 2017-11-01, instants as 2017-11-01T08:00:00+07:00, texts in '…'.`,
      }
    case 'filterTooLong':
      return { status: 400, vi: '$filter quá dài.', en: '$filter is too long.' }
    case 'filterNotUnderstood':
      return {
        status: 400,
        vi: problem.near === '' ? '$filter chưa viết xong.' : `Không hiểu $filter ở chỗ “${problem.near}”.`,
        en:
          problem.near === '' ? '$filter ends too early.' : `$filter is not understood at “${problem.near}”.`,
      }
  }
}

/** An error object of OData (JSON format 4.0, 19), in English for who asks for it, else in Vietnamese. */
export function odataProblem(c: Context, problem: OdataProblem): Response {
  const { status, vi, en } = wordsOf(problem)
  const isEnglish = /^\s*en\b/iu.test(c.req.header('accept-language') ?? '')
  const headers: Record<string, string> = {
    'content-type': 'application/json;odata.metadata=minimal;charset=utf-8',
    'content-language': isEnglish ? 'en' : 'vi',
    'odata-version': '4.0',
  }
  if (status === 401) headers['www-authenticate'] = 'Basic realm="ISO Xa", charset="UTF-8"'
  if (status === 405) headers['allow'] = 'GET, HEAD'
  if (problem.type === 'tooManyTries') headers['retry-after'] = String(problem.seconds)
  const message = isEnglish ? en : vi
  return c.body(JSON.stringify({ error: { code: problem.type, message } }), { status, headers })
}
