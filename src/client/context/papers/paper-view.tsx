import { useTranslation } from 'react-i18next'
import { picturesOf, type Paper, type PaperBlock } from '../../../domain/reports/papers/paper.ts'
import { columnWidths } from '../../documents/column-widths.ts'
import { usePhotoUrls } from '../use-photo-urls.ts'
import './paper-pages.css'
import styles from './papers.module.css'

/** Widths of the text on a page upright and across, in twentieths of a point. */
const uprightWidth = 9071
const wideWidth = 14_570

/** A paper as the decree lays it out, on the screen and on paper. */
export function PaperView({ paper }: { readonly paper: Paper }) {
  const { t } = useTranslation('papers')
  const { urls } = usePhotoUrls(picturesOf(paper).map(({ sha256 }) => ({ sha256, thumb: null })))
  return (
    <article className={styles.paper} lang={paper.language} aria-label={paper.kind}>
      <header className={styles.head}>
        <div className={styles.left}>
          {paper.parentAgency !== '' && <p>{paper.parentAgency}</p>}
          <p className={styles.strong}>{paper.agency}</p>
          <hr className={styles.short} />
          <p className={styles.number}>{paper.number}</p>
        </div>
        <div className={styles.right}>
          <p className={styles.strong}>{paper.state}</p>
          <p className={styles.strong}>{paper.motto}</p>
          <hr className={styles.long} />
          <p className={styles.date}>{paper.placeAndDate}</p>
        </div>
      </header>
      <h2 className={styles.kind}>
        {paper.kind}
        <br />
        <span className={styles.subject}>{paper.subject}</span>
      </h2>
      <hr className={styles.short} />
      {paper.blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
      {paper.signers.length === 1 ? (
        <div className={styles.foot}>
          <Recipients paper={paper} />
          <Signers paper={paper} urls={urls} />
        </div>
      ) : (
        <>
          <div className={styles.foot} data-signers={paper.signers.length}>
            <Signers paper={paper} urls={urls} />
          </div>
          <Recipients paper={paper} />
        </>
      )}
      {paper.marks.map(line => (
        <p key={line} className={styles.mark}>
          {line}
        </p>
      ))}
      {paper.photos.length > 0 && (
        <section className={styles.annex}>
          <h3 className={styles.kind}>{paper.annexTitle}</h3>
          <div className={styles.photos}>
            {paper.photos.map(({ sha256, caption }, at) => (
              <figure key={sha256} className={styles.photo}>
                {urls.get(sha256)?.thumb ? (
                  <img src={urls.get(sha256)?.thumb} alt={caption} />
                ) : (
                  <p>{t('noPicture')}</p>
                )}
                <figcaption>{`${at + 1}. ${caption}`}</figcaption>
              </figure>
            ))}
          </div>
        </section>
      )}
      {paper.annexes?.map(({ title, subject, blocks, isUpright = false }) => (
        <section key={title} className={isUpright ? styles.annex : styles.wide}>
          <h3 className={styles.kind}>
            {title}
            <br />
            <span className={styles.subject}>{subject}</span>
          </h3>
          {blocks.map((block, at) => (
            <Block key={at} block={block} width={isUpright ? uprightWidth : wideWidth} />
          ))}
        </section>
      ))}
    </article>
  )
}

/** A paper's pictures on this tablet, by their SHA-256. */
type Urls = ReturnType<typeof usePhotoUrls>['urls']

function Signers({ paper, urls }: { readonly paper: Paper; readonly urls: Urls }) {
  const { t } = useTranslation('papers')
  return paper.signers.map(({ title, name, note, picture }, at) => (
    <div key={at} className={styles.signer}>
      {title.map(line => (
        <p key={line} className={styles.strong}>
          {line}
        </p>
      ))}
      <p className={styles.note}>{note}</p>
      {picture && urls.get(picture.sha256)?.thumb ? (
        <img
          src={urls.get(picture.sha256)?.thumb}
          alt={t('signatureOf', { name })}
          className={styles.drawn}
        />
      ) : (
        <div className={styles.gap} />
      )}
      <p className={styles.name}>{name}</p>
    </div>
  ))
}

function Recipients({ paper }: { readonly paper: Paper }) {
  if (paper.recipients.length === 0) return null
  return (
    <div className={styles.recipients}>
      <p className={styles.recipientsTitle}>{paper.recipientsTitle}</p>
      {paper.recipients.map(line => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

function Block({ block, width = uprightWidth }: { readonly block: PaperBlock; readonly width?: number }) {
  switch (block.type) {
    case 'heading':
      return <h3 className={block.look === 'centred' ? styles.middle : styles.heading}>{block.text}</h3>
    case 'text':
      return (
        <p className={block.look === 'italic' ? styles.italic : styles.text}>
          {block.lead !== undefined && <strong>{block.lead} </strong>}
          {block.text}
        </p>
      )
    case 'facts':
      return block.rows.flatMap(([label, words]) =>
        (words === '' ? '……………………' : words).split('\n').map((line, at) => (
          <p key={`${label} ${at}`} className={styles.text}>
            {at === 0 && <strong>{label}: </strong>}
            {line}
          </p>
        )),
      )
    case 'table':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
        <section className={styles.scroll} tabIndex={0} aria-label={block.header.join(', ')}>
          <table className={styles.table}>
            <colgroup>
              {columnWidths(block, width).map((column, at) => (
                <col key={at} style={{ width: `${(100 * column) / width}%` }} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {block.header.map((text, at) => (
                  <th key={at} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((text, column) => (
                    <td key={column}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )
  }
}
