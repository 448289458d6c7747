import type { ResourceKey } from 'i18next'

/** Texts that are chunks, by their file: all but the Vietnamese ones of the first bundle. */
export const lazyTexts = import.meta.glob<ResourceKey>(
  [
    '../../../locales/*/*.json',
    '!../../../locales/vi/!(account|admin|auditPlan|auditReport|auditWork|audits|board|carry|communes|digest|documents|draw|due|effect|exports|findings|forms|guide|handover|help|newPassword|openData|papers|programme|quiz|reportCentre|road|settings|sync|tables|training|units|xlsform).json',
  ],
  { import: 'default' },
)
