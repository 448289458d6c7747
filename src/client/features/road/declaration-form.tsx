import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { declarationFields, type Declaration } from '../../../domain/qms/declaration.ts'
import { useApp } from '../../context/app-context.tsx'
import { PaperLinks } from '../../context/paper-links.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import type { Qms } from '../../context/use-qms-facts.ts'
import { useScope } from '../../context/use-scope.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { makeSignature } from '../../photos/make-photo.ts'
import { Banner } from '../../ui/banner.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedChoice } from '../../ui/segmented-choice.tsx'
import { SignaturePad } from '../../ui/signature-pad.tsx'
import { AfterSigning } from './after-signing.tsx'
import styles from './road.module.css'
import { SavedArea } from '../../ui/saved-area.tsx'
import type { RoadView } from './use-road.ts'
import type { SaveThing } from './use-things.ts'

interface Props {
  readonly thing: string
  readonly declaration: Declaration
  readonly road: RoadView
  readonly qms: Qms
  readonly save: SaveThing
}

/** One declaration: what it says, its scope, the head's signature; then what is done with it. */
export function DeclarationForm({ thing, declaration, road, qms, save }: Props) {
  const app = useApp()
  const scope = useScope()
  const { t } = useTranslation(['road', 'common'])
  const format = useFormat()
  const nameOf = usePersonName()
  const [isSigning, setSigning] = useState(false)
  const [problem, setProblem] = useState<'failed'>()
  const { signed, texts, days, standard, replaces } = declaration
  const at = `?unit=${encodeURIComponent(road.unit.id)}`
  const isOpen = road.mayWrite && !signed
  const procedures = signed?.procedures ?? [...qms.facts.road.procedures.values()]
  const maySign = !signed && scope?.mayDo('qms.declare', road.unit.id) === true
  const blocks =
    qms.readiness !== 'ready'
      ? 'notReady'
      : procedures.length === 0
        ? 'noScope'
        : !days.effectiveOn
          ? 'noDay'
          : undefined
  const earlier = replaces === undefined ? undefined : qms.facts.declarations.get(replaces)

  async function sign(png: Blob): Promise<void> {
    const { sha256, photo, files } = await makeSignature(png)
    const gates = Object.fromEntries(qms.gates.map(({ gate, value }) => [gate.id, value]))
    const saved = await save(
      thing,
      [
        { field: declarationFields.evidence('signature', sha256), value: { ...photo } },
        {
          field: declarationFields.signed,
          value: { procedures: procedures.map(one => ({ ...one })), signature: sha256, gates },
        },
      ],
      files,
    )
    if (saved.ok) setSigning(false)
    else setProblem('failed')
  }

  return (
    <>
      {problem && (
        <Banner tone="danger" announce>
          {t('problem.failed')}
        </Banner>
      )}
      {signed && (
        <Banner tone="success">
          {t('declaration.signedBy', { name: nameOf(signed.author), time: format.dateTime(signed.at) })}
        </Banner>
      )}
      <Card title={t('declaration.what')}>
        <div className={styles.dialog}>
          <SegmentedChoice
            label={t('declaration.standard')}
            value={standard}
            disabled={!isOpen}
            onChange={value =>
              value !== null && void save(thing, [{ field: declarationFields.standard, value }])
            }
            segments={[
              { value: '2008', label: 'TCVN ISO 9001:2008', icon: 'document' },
              { value: '2015', label: 'TCVN ISO 9001:2015', icon: 'document' },
            ]}
          />
          {(['address', 'bases'] as const).map(name => (
            <SavedArea
              key={name}
              label={t(`declaration.text.${name}`)}
              value={texts[name] ?? ''}
              readOnly={!isOpen}
              rows={name === 'bases' ? 4 : 1}
              onSave={value => save(thing, [{ field: declarationFields.text(name), value }])}
            />
          ))}
          <DateField
            label={t('declaration.day.effectiveOn')}
            value={days.effectiveOn ?? null}
            disabled={!isOpen}
            onChange={value => void save(thing, [{ field: declarationFields.day('effectiveOn'), value }])}
          />
          {earlier && (
            <p className={styles.soft}>
              {t('declaration.replaces', {
                number: earlier.texts.number ?? format.date(earlier.days.effectiveOn ?? app.today()),
              })}
            </p>
          )}
        </div>
      </Card>
      <Card title={t('declaration.scope', { count: procedures.length })}>
        {procedures.length === 0 ? (
          <div className={styles.next}>
            <p className={styles.soft}>{t('declaration.noScope')}</p>
            <div>
              <ButtonLink to={`/road/scope${at}`}>{t('scope.title')}</ButtonLink>
            </div>
          </div>
        ) : (
          <ol className={styles.scope}>
            {procedures.map(({ title, area }) => (
              <li key={title}>{area ? `${title} (${area})` : title}</li>
            ))}
          </ol>
        )}
      </Card>
      {maySign &&
        (blocks ? (
          <Banner
            tone="warning"
            action={
              blocks === 'notReady' ? (
                <ButtonLink to={`/road/readiness${at}`}>{t('readiness.open')}</ButtonLink>
              ) : undefined
            }
          >
            {t(`declaration.blocked.${blocks}`)}
          </Banner>
        ) : (
          <div>
            <Button look="primary" icon="signature" onClick={() => setSigning(true)}>
              {t('declaration.sign')}
            </Button>
          </div>
        ))}
      <PaperLinks papers={(['declaration', 'decision'] as const).map(kind => ({ kind, thing }))} />
      {signed && <AfterSigning thing={thing} declaration={declaration} road={road} save={save} />}
      <Dialog open={isSigning} mustAnswer onClose={() => setSigning(false)} title={t('declaration.sign')}>
        <p className={styles.soft}>{t('declaration.signHint')}</p>
        <SignaturePad label={t('declaration.sign')} onDone={png => void sign(png)} />
        <Button look="quiet" onClick={() => setSigning(false)}>
          {t('common:action.cancel')}
        </Button>
      </Dialog>
    </>
  )
}
