import { useTranslation } from 'react-i18next'
import { getArea } from '../../../domain/audits/area.ts'
import type { FindingRequest } from '../../../domain/audits/finding-request.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import styles from './findings.module.css'

/** What a request says, part by part; blank parts are left out. */
export function RequestFacts({ request }: { readonly request: FindingRequest }) {
  const { t } = useTranslation('findings')
  const text = useLocalText()
  const format = useFormat()
  const nameOf = usePersonName()
  const facts = [
    ['nature', request.nature],
    ['requirement', request.requirement],
    ['proof', request.proof],
    [
      'clauses',
      `${request.clauses.join(', ')} (TCVN ISO 9001:${request.standard})${
        request.otherClauses.length > 0
          ? ` · ${request.otherClauses.join(', ')} (TCVN ISO 9001:${request.standard === '2008' ? '2015' : '2008'})`
          : ''
      }`,
    ],
    ['area', request.area === null ? '' : text(getArea(request.area)?.label ?? { vi: request.area })],
    ['responsible', request.responsible],
    ['raisedOn', `${format.date(request.raisedOn)} · ${nameOf(request.lead)}`],
    ['dueOn', request.dueOn === null ? '' : format.date(request.dueOn)],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([key, words]) =>
          words !== '' && (
            <div key={key}>
              <dt>{t(`asked.${key}`)}</dt>
              <dd>{words}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
