import type { MetadataQuestion, Question } from '../forms/form-version.ts'

/** What becomes of a question type of XLSForm. */
export interface XlsformType {
  readonly name: string
  readonly aliases?: readonly string[]
  /**
   * `degraded`: kept as something else, with a warning. `ignored`: left out, with a warning. `refused`: an error,
   * since the form would mean something else without it.
   */
  readonly fate: 'supported' | 'degraded' | 'ignored' | 'refused'
  readonly becomes?: Question['type']
  /** This word of `appearance` makes it another type. */
  readonly word?: { readonly appearance: string; readonly becomes: Question['type'] }
  readonly source?: MetadataQuestion['source']
  /** What holds of an answer unless the row says otherwise. */
  readonly constraint?: string
  /** What follows the type in its cell. */
  readonly takes?: 'list' | 'external list' | 'file' | 'tags'
}

const supported = 'supported'
const degraded = 'degraded'

/** Every type of XLSForm, and the old spellings that pyxform still takes. */
export const xlsformTypes: readonly XlsformType[] = [
  {
    name: 'text',
    aliases: ['string', 'q string', 'add text prompt'],
    fate: supported,
    becomes: 'text',
    word: { appearance: 'multiline', becomes: 'textarea' },
  },
  {
    name: 'integer',
    aliases: ['int', 'q int', 'add integer prompt'],
    fate: supported,
    becomes: 'integer',
  },
  { name: 'decimal', aliases: ['q decimal', 'add decimal prompt'], fate: supported, becomes: 'decimal' },
  {
    name: 'range',
    fate: supported,
    becomes: 'range',
    word: { appearance: 'rating', becomes: 'rating' },
  },
  {
    name: 'select_one',
    aliases: [
      'select one',
      'select1',
      'select one from',
      'select one using',
      'add select one prompt using',
      'q select1',
    ],
    fate: supported,
    becomes: 'select_one',
    takes: 'list',
  },
  {
    name: 'select_multiple',
    aliases: [
      'select multiple',
      'select all that apply',
      'select all that apply from',
      'select multiple from',
      'select multiple using',
      'add select multiple prompt using',
      'q select',
    ],
    fate: supported,
    becomes: 'select_multiple',
    takes: 'list',
  },
  { name: 'rank', fate: supported, becomes: 'rank', takes: 'list' },
  {
    name: 'select_one_from_file',
    aliases: ['select one from file'],
    fate: supported,
    becomes: 'select_one',
    takes: 'file',
  },
  {
    name: 'select_one_external',
    aliases: ['select one external'],
    fate: supported,
    becomes: 'select_one',
    takes: 'external list',
  },
  {
    name: 'select_multiple_from_file',
    aliases: ['select multiple from file'],
    fate: supported,
    becomes: 'select_multiple',
    takes: 'file',
  },
  { name: 'note', aliases: ['q note', 'add note prompt'], fate: supported, becomes: 'note' },
  {
    name: 'acknowledge',
    aliases: ['trigger', 'q acknowledge', 'add acknowledge prompt'],
    fate: supported,
    becomes: 'acknowledge',
  },
  { name: 'date', aliases: ['q date', 'add date prompt'], fate: supported, becomes: 'date' },
  { name: 'time', fate: supported, becomes: 'time' },
  {
    name: 'dateTime',
    aliases: ['date time', 'q date time', 'q datetime', 'add date time prompt', 'add datetime prompt'],
    fate: supported,
    becomes: 'dateTime',
  },
  {
    name: 'geopoint',
    aliases: ['location', 'gps', 'q geopoint', 'q location', 'add location prompt'],
    fate: supported,
    becomes: 'geopoint',
  },
  {
    name: 'image',
    aliases: ['photo', 'q picture', 'q image', 'add image prompt', 'add photo prompt'],
    fate: supported,
    becomes: 'photo',
    word: { appearance: 'signature', becomes: 'signature' },
  },
  { name: 'audio', aliases: ['q audio', 'add audio prompt'], fate: supported, becomes: 'audio' },
  { name: 'file', aliases: ['add file prompt'], fate: supported, becomes: 'file' },
  { name: 'barcode', aliases: ['q barcode', 'add barcode prompt'], fate: supported, becomes: 'barcode' },
  {
    name: 'calculate',
    aliases: ['q calculate', 'add calculate prompt'],
    fate: supported,
    becomes: 'calculate',
  },
  { name: 'hidden', fate: supported, becomes: 'hidden' },

  {
    name: 'start',
    aliases: ['start time', 'get start time'],
    fate: supported,
    becomes: 'metadata',
    source: 'start',
  },
  { name: 'end', aliases: ['end time', 'get end time'], fate: supported, becomes: 'metadata', source: 'end' },
  { name: 'today', aliases: ['get today'], fate: supported, becomes: 'metadata', source: 'today' },
  { name: 'username', aliases: ['uri:username'], fate: supported, becomes: 'metadata', source: 'username' },
  {
    name: 'deviceid',
    aliases: ['device id', 'get device id', 'imei', 'uri:deviceid'],
    fate: supported,
    becomes: 'metadata',
    source: 'deviceid',
  },
  { name: 'email', aliases: ['uri:email'], fate: supported, becomes: 'metadata', source: 'email' },
  {
    name: 'phonenumber',
    aliases: ['get phone number', 'uri:phonenumber'],
    fate: supported,
    becomes: 'metadata',
    source: 'phonenumber',
  },

  { name: 'video', aliases: ['q video', 'add video prompt'], fate: degraded, becomes: 'file' },
  { name: 'geotrace', fate: degraded, becomes: 'text' },
  { name: 'geoshape', fate: degraded, becomes: 'text' },
  { name: 'osm', fate: degraded, becomes: 'text', takes: 'tags' },
  { name: 'percentage', fate: degraded, becomes: 'integer', constraint: '0 <= . and . <= 100' },
  { name: 'phone number', fate: degraded, becomes: 'text', constraint: "regex(., '^\\d*$')" },
  {
    name: 'number of days in last month',
    fate: degraded,
    becomes: 'integer',
    constraint: '0 <= . and . <= 31',
  },
  {
    name: 'number of days in last six months',
    fate: degraded,
    becomes: 'integer',
    constraint: '0 <= . and . <= 183',
  },
  {
    name: 'number of days in last year',
    fate: degraded,
    becomes: 'integer',
    constraint: '0 <= . and . <= 365',
  },
  {
    name: 'simserial',
    aliases: ['sim id', 'get sim id', 'uri:simserial'],
    fate: degraded,
    becomes: 'hidden',
  },
  {
    name: 'subscriberid',
    aliases: ['subscriber id', 'get subscriber id', 'uri:subscriberid'],
    fate: degraded,
    becomes: 'hidden',
  },
  { name: 'start-geopoint', fate: degraded, becomes: 'hidden' },
  { name: 'background-geopoint', fate: degraded, becomes: 'hidden' },
  { name: 'background-audio', fate: degraded, becomes: 'hidden' },

  { name: 'audit', fate: 'ignored' },
  { name: 'csv-external', fate: 'ignored' },
  { name: 'xml-external', fate: 'ignored' },

  // Loops are taken apart before their rows are read; these close or hold none, or have no list.
  { name: 'loop', aliases: ['end loop', 'end_loop'], fate: 'refused' },
  {
    name: 'begin loop',
    aliases: ['begin_loop', 'begin loop over', 'begin_loop over'],
    fate: 'refused',
    takes: 'list',
  },
  { name: 'include', aliases: ['cascading_select', 'cascading select'], fate: 'refused', takes: 'list' },
  {
    name: 'begin_kobomatrix',
    aliases: [
      'end_kobomatrix',
      'begin_score',
      'end_score',
      'score__row',
      'begin_rank',
      'end_rank',
      'rank__level',
    ],
    fate: 'refused',
  },
]
