import type { FormVersion, LocalText, Option, Question } from '../../src/domain/forms/form-version.ts'

const both = (vi: string, en: string): LocalText => ({ vi, en })
const option = (value: string, vi: string, en: string): Option => ({ value, label: both(vi, en) })

const agreement = [
  option('no', 'Không đồng ý', 'Disagree'),
  option('so', 'Bình thường', 'Neutral'),
  option('yes', 'Đồng ý', 'Agree'),
]
const papers = [
  option('birth', 'Khai sinh', 'Birth'),
  option('land', 'Đất đai', 'Land'),
  option('copy', 'Chứng thực bản sao', 'Certified copy'),
  { ...option('none', 'Không có loại nào', 'None of them'), exclusive: true },
]
const villages = Array.from({ length: 40 }, (_, at) =>
  option(`v${at + 1}`, `Thôn Nà Lầu ${at + 1}`, `Village Na Lau ${at + 1}`),
)

type Asked = Partial<Omit<Question, 'type'>> & { readonly type: Question['type'] } & Record<string, unknown>

/** A question that is not required; `more` says what is particular about it. */
const ask = (id: string, vi: string, en: string, more: Asked): Question =>
  ({ id, label: both(vi, en), required: false, ...more }) as unknown as Question

/** A form with every type of question, in groups, a table, and repeats within repeats. */
export const everyTypeForm: FormVersion = {
  schema: 'form/1',
  id: 'every_type',
  version: '1.0.0',
  kind: 'survey',
  title: both('Phiếu đủ loại câu hỏi', 'Every type of question'),
  filledByRoles: ['communeOfficial'],
  sections: [
    {
      id: 'plain',
      title: both('Chữ, số và ngày', 'Texts, numbers and days'),
      hint: both('Trả lời được câu nào thì trả lời.', 'Answer what you can.'),
      items: [
        ask('e_text', 'Tên đơn vị', 'Name of the unit', { type: 'text' }),
        ask('e_digits', 'Số điện thoại', 'Telephone', { type: 'text', appearance: 'numbers' }),
        ask('e_lines', 'Ghi chép', 'Notes', { type: 'text', appearance: 'multiline' }),
        ask('e_area', 'Nhận xét', 'Remarks', { type: 'textarea' }),
        ask('e_integer', 'Dân số', 'Population', { type: 'integer', appearance: 'thousands-sep', min: 0 }),
        ask('e_decimal', 'Chênh lệch nhiệt độ', 'Difference of temperature', {
          type: 'decimal',
          unit: both('°C', '°C'),
        }),
        ask('e_range', 'Mức sẵn sàng', 'Readiness', { type: 'range', min: 0, max: 100, step: 5 }),
        ask('e_rating', 'Điểm', 'Rating', { type: 'rating', min: 1, max: 5 }),
        ask('e_date', 'Ngày', 'Day', { type: 'date' }),
        ask('e_month', 'Tháng', 'Month', { type: 'date', appearance: 'month-year' }),
        ask('e_year', 'Năm', 'Year', { type: 'date', appearance: 'year' }),
        ask('e_time', 'Giờ mở cửa', 'Opening time', { type: 'time' }),
        ask('e_dateTime', 'Lúc kiểm tra', 'Time of the check', { type: 'dateTime' }),
        ask('e_readonly', 'Mã đơn vị', 'Code of the unit', {
          type: 'text',
          readonly: true,
          default: "'LS-01'",
        }),
        ask('e_note', 'Xin cảm ơn ${e_text}.', 'Thank you, ${e_text}.', { type: 'note' }),
        ask('e_calculate', 'Gấp đôi dân số', 'Twice the population', {
          type: 'calculate',
          calculation: 'coalesce(${e_integer}, 0) * 2',
        }),
        ask('e_hidden', '', '', { type: 'hidden' }),
        ask('e_start', '', '', { type: 'metadata', source: 'start' }),
        ask('e_end', '', '', { type: 'metadata', source: 'end' }),
      ],
    },
    {
      id: 'choices',
      title: both('Chọn', 'Choices'),
      items: [
        ask('e_one', 'Chọn một', 'Choose one', { type: 'select_one', options: agreement }),
        ask('e_likert', 'Trên thang', 'On a scale', {
          type: 'select_one',
          appearance: 'likert',
          options: agreement,
        }),
        ask('e_columns', 'Thành cột', 'In columns', {
          type: 'select_one',
          appearance: 'columns-2',
          options: papers,
        }),
        ask('e_village', 'Chọn thôn', 'Choose a village', { type: 'select_one', options: villages }),
        ask('e_many', 'Chọn nhiều', 'Choose many', { type: 'select_multiple', options: papers }),
        ask('e_manyMinimal', 'Chọn nhiều, gọn', 'Choose many, compact', {
          type: 'select_multiple',
          appearance: 'minimal',
          options: papers,
        }),
        ask('e_partly', 'Có hay không', 'Yes or no', {
          type: 'yes_no_partly',
          options: [
            option('yes', 'Có', 'Yes'),
            option('partly', 'Một phần', 'Partly'),
            option('no', 'Không', 'No'),
            option('na', 'Không áp dụng', 'Not applicable'),
          ],
        }),
        ask('e_rank', 'Xếp thứ tự', 'Put in order', { type: 'rank', options: papers.slice(0, 3) }),
        ask('e_ok', 'Tôi đã đọc', 'I have read', { type: 'acknowledge' }),
        {
          type: 'group',
          id: 'e_table',
          label: both('Ý kiến của công dân', 'Opinions of citizens'),
          hint: both('Mỗi dòng một câu trả lời.', 'One answer per line.'),
          appearance: 'table-list',
          items: [
            ask('e_t1', 'Thái độ phục vụ', 'Courtesy', {
              type: 'select_one',
              options: agreement,
              required: true,
            }),
            ask('e_t2', 'Thời gian giải quyết', 'Time taken', { type: 'select_one', options: agreement }),
            ask('e_t3', 'Nơi tiếp công dân', 'Reception room', { type: 'select_one', options: agreement }),
          ],
        },
      ],
    },
    {
      id: 'files',
      title: both('Ảnh, tệp và vị trí', 'Photos, files and places'),
      items: [
        ask('e_place', 'Vị trí trụ sở', 'Place of the office', { type: 'geopoint' }),
        ask('e_code', 'Mã vạch', 'Barcode', { type: 'barcode' }),
        ask('e_photo', 'Ảnh', 'Photo', { type: 'photo', parameters: { 'max-pixels': '640' } }),
        ask('e_drawn', 'Ảnh có đánh dấu', 'Photo with marks', { type: 'photo', appearance: 'annotate' }),
        ask('e_signature', 'Chữ ký', 'Signature', { type: 'signature' }),
        ask('e_audio', 'Ghi âm', 'Recording', { type: 'audio' }),
        ask('e_file', 'Văn bản', 'Document', { type: 'file' }),
      ],
    },
    {
      id: 'people',
      title: both('Người dự và con', 'People and their children'),
      items: [
        {
          type: 'repeat',
          id: 'person',
          label: both('Người dự', 'Participant'),
          hint: both('Mỗi người một mục.', 'One item per person.'),
          items: [
            ask('p_name', 'Họ và tên', 'Full name', { type: 'text', required: true }),
            ask('p_age', 'Tuổi', 'Age', {
              type: 'integer',
              constraint: { expr: '. >= 0 and . <= 120', message: both('Từ 0 đến 120', '0 to 120') },
            }),
            {
              type: 'group',
              id: 'p_more',
              label: both('Gia đình của ${p_name}', 'Family of ${p_name}'),
              relevance: '${p_age} >= 18',
              items: [
                {
                  type: 'repeat',
                  id: 'child',
                  label: both('Con', 'Child'),
                  items: [
                    ask('c_name', 'Tên con', "Child's name", { type: 'text' }),
                    ask('c_school', 'Có đi học', 'Goes to school', {
                      type: 'select_one',
                      options: agreement.slice(0, 2),
                    }),
                  ],
                },
              ],
            },
          ],
        },
        ask('days', 'Số ngày họp', 'Days of the meeting', { type: 'integer', min: 0, max: 9 }),
        {
          type: 'repeat',
          id: 'day',
          label: both('Ngày họp', 'Day of the meeting'),
          count: '${days}',
          items: [ask('d_topic', 'Nội dung', 'Topic', { type: 'text' })],
        },
      ],
    },
  ],
}
