import { useTranslation } from 'react-i18next'
import type { BoardFigures } from '../../../domain/audits/board-figures.ts'
import { ages } from '../../../domain/audits/finding-filter.ts'
import { findingStates } from '../../../domain/audits/finding-state.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './findings.module.css'

/** How far the nonconformities are, and how old. */
export function StateTable({ byState }: Pick<BoardFigures, 'byState'>) {
  const { t } = useTranslation('findings')
  const title = t('board.byState')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={title}>
      <h3 className={styles.subtitle}>{title}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('board.state')}</th>
            {ages.map(age => (
              <th key={age} scope="col">
                {t(`board.age.${age}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {findingStates.map(state => {
            const cells = byState.get(state)
            return (
              cells && (
                <tr key={state}>
                  <th scope="row">{t(`state.${state}`)}</th>
                  {ages.map(age => (
                    <td key={age}>
                      <FigureLink
                        of={cells[age]}
                        label={`${t(`state.${state}`)}, ${t(`board.age.${age}`)}: ${cells[age].count}`}
                      />
                    </td>
                  ))}
                </tr>
              )
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
