import { useTranslation } from 'react-i18next'
import type { Check } from '../../../domain/audits/audit.ts'

/** What was sampled for a check as lines of text; '' for nothing. */
export function useSampledText(): (check: Pick<Check, 'sample' | 'sampled'>) => string {
  const { t } = useTranslation(['auditWork', 'audits'])
  return ({ sample, sampled }) =>
    [
      ...(sample ? [t('sample.words', { ...sample, method: t(`sample.methods.${sample.method}`) })] : []),
      ...sampled
        .filter(({ file }) => file.trim() !== '')
        .map(({ file, verdict, note }) =>
          [file, verdict && t(`audits:verdict.${verdict}`), note].filter(Boolean).join(' – '),
        ),
    ].join('\n')
}
