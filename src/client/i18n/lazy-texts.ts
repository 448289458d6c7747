import type { ResourceKey } from 'i18next'

/** Texts that are chunks, by their file: all but the Vietnamese ones of the first bundle. */
export const lazyTexts = import.meta.glob<ResourceKey>(
  [
    '../../../locales/*/*.json',
    '!../../../locales/vi/!(admin|audits|auditPlan|auditWork|auditReport|carry|communes|documents|effect|findings|forms|openData|papers|road|settings|sync|training|xlsform).json',
  ],
  { import: 'default' },
)
