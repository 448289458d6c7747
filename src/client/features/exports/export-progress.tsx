import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { Banner } from '../../ui/banner.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './export-progress.module.css'
import type { ExportState } from './use-export.ts'

/** How far the download is. Its length is not known before its end, so bytes are counted, not shares. */
export function ExportProgress({ state }: { readonly state: ExportState }) {
  const { t } = useTranslation('exports')
  const format = useFormat()
  switch (state.type) {
    case 'idle':
      return null
    case 'running': {
      const total = state.total === null ? '' : ` · ${t('total', { count: state.total })}`
      return (
        <output className={styles.line}>
          <Spinner />
          {state.bytes === 0 ? t('waiting') : `${t('running', { bytes: format.bytes(state.bytes) })}${total}`}
        </output>
      )
    }
    case 'done':
      return (
        <Banner tone="success" announce>
          {t('done', { name: state.name, bytes: format.bytes(state.bytes) })}
        </Banner>
      )
    case 'failed':
      return (
        <Banner tone="danger" announce>
          {t(`problem.${state.problem}`)}
        </Banner>
      )
  }
}
