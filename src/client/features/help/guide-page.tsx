import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { Button } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { GuideSheets } from './guide-sheets.tsx'
import { guideRoles, guidesOf } from './guide-roles.ts'
import styles from './guide.module.css'
import { useOwnRoles } from './use-own-roles.ts'

/** `/guide/:role`: what a role does day by day, on two printed pages. */
export function Component() {
  const { role: asked } = useParams()
  const navigate = useNavigate()
  const own = guidesOf(useOwnRoles())
  const { t, ready } = useTranslation('guide')
  if (!ready) return null
  const role = guideRoles.find(one => one === asked) ?? own[0] ?? 'communeOfficial'
  return (
    <>
      <div className={styles.tools}>
        <PageHeader title={t('title')} subtitle={t('hint')} />
        <div className={styles.choice}>
          <Select
            label={t('choose')}
            empty={false}
            value={role}
            onChange={chosen => void navigate(`/guide/${chosen}`, { replace: true })}
            options={guideRoles.map(value => ({ value, label: t(`role.${value}`) }))}
          />
          <Button look="primary" icon="printer" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </div>
      <GuideSheets role={role} />
    </>
  )
}
