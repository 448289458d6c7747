/** What the importer makes of a column. */
export interface XlsformColumn {
  /** Other spellings, lower case, `_` for spaces. */
  readonly aliases?: readonly string[]
  /** May have a language: `label::English (en)`. */
  readonly translated?: boolean
  /** Known, but not for us: `media` cannot be shown, `unused` has no meaning here, `silent` is bookkeeping of others. */
  readonly fate?: 'media' | 'unused' | 'silent'
}

type Columns = Readonly<Record<string, XlsformColumn>>

const media: Columns = {
  image: { translated: true, fate: 'media' },
  'big-image': { translated: true, fate: 'media' },
  audio: { translated: true, fate: 'media' },
  video: { translated: true, fate: 'media' },
}

export const surveyColumns: Columns = {
  type: { aliases: ['command'] },
  name: { aliases: ['tag', 'value'] },
  label: { aliases: ['caption'], translated: true },
  hint: { translated: true },
  required: {},
  required_message: { aliases: ['requiredmsg', 'jr:requiredmsg'], translated: true },
  relevant: { aliases: ['relevance'] },
  constraint: {},
  constraint_message: {
    aliases: ['constraining_message', 'constraintmsg', 'jr:constraintmsg'],
    translated: true,
  },
  calculation: { aliases: ['calculate'] },
  default: {},
  trigger: {},
  read_only: { aliases: ['readonly'] },
  choice_filter: {},
  appearance: {},
  parameters: {},
  repeat_count: { aliases: ['count', 'jr:count'] },
  disabled: {},
  // Ours
  clause: {},
  weight: {},
  critical: {},
  gate: {},
  evidence: {},
  evidence_to_see: { translated: true },
  soft_constraint: {},
  soft_constraint_message: { translated: true },
  indicator: {},
  unit: { translated: true },
  min: {},
  max: {},
  iso_type: {},
  iso_id: {},
  iso_page: {},
  iso: {},
  // Not ours
  ...media,
  image: { translated: true },
  guidance_hint: { translated: true, fate: 'unused' },
  autoplay: { fate: 'unused' },
  rows: { fate: 'unused' },
  noapperrorstring: { aliases: ['no_app_error_string'], translated: true, fate: 'unused' },
  buttontext: { fate: 'unused' },
  save_to: { aliases: ['entities:saveto'], fate: 'unused' },
  intent: { fate: 'unused' },
  query: { fate: 'unused' },
  kuid: {
    aliases: ['$kuid', '$autoname', '$qpath', '$xpath', '$given_name', '$prev', '$next'],
    fate: 'silent',
  },
}

export const choicesColumns: Columns = {
  list_name: { aliases: ['list'] },
  name: { aliases: ['value'] },
  label: { aliases: ['caption'], translated: true },
  // Ours
  score: {},
  exclusive: {},
  iso: {},
  ...media,
  image: { translated: true },
  kuid: { aliases: ['$kuid', '$autovalue', '$autoname', '$prev'], fate: 'silent' },
}

export const settingsColumns: Columns = {
  form_title: { aliases: ['title', 'set_form_title'] },
  form_id: { aliases: ['id_string', 'set_form_id', 'id'] },
  version: {},
  default_language: {},
  allow_choice_duplicates: {},
  clean_text_values: {},
  // Ours
  iso_title: { translated: true },
  iso_description: { translated: true },
  iso_kind: {},
  iso_standard: {},
  iso_minutes: {},
  iso_respondent_roles: {},
  iso_filled_by_roles: {},
  iso_anonymous: {},
  iso_scoring_by_section: {},
  iso_scoring_per_item: {},
  iso_scoring_basis: {},
  iso_lists: {},
  iso: {},
}

export const scoringColumns: Columns = { id: {}, min: {}, max: {}, label: { translated: true } }
