/** A picture of a paper, by the SHA-256 of its bytes, in pixels. */
export interface PaperPicture {
  readonly sha256: string
  readonly type: 'image/jpeg' | 'image/png'
  readonly width: number
  readonly height: number
}

export interface PaperPhoto extends PaperPicture {
  readonly caption: string
}

export type PaperBlock =
  | { readonly type: 'heading'; readonly text: string; readonly look?: 'centred' }
  | {
      readonly type: 'text'
      readonly text: string
      readonly look?: 'plain' | 'italic' | 'small'
      /** Stands before the text in bold: `Điều 1.` */
      readonly lead?: string
    }
  /** Label and words; lines of the words stand below each other, each indented like the first. */
  | { readonly type: 'facts'; readonly rows: readonly (readonly [label: string, words: string])[] }
  | {
      readonly type: 'table'
      readonly header: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Parts of the width, one for each column. */
      readonly widths: readonly number[]
    }

export interface PaperSigner {
  /** Lines in capitals: `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`. */
  readonly title: readonly string[]
  readonly name: string
  /** Said below the title: `(Ký, ghi rõ họ tên)`. */
  readonly note: string
  readonly picture: PaperPicture | undefined
}

/**
 * An official paper in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I: what stands on it, not how it is drawn. The
 * number is never filled in: it is the clerk's.
 */
export interface Paper {
  /** Without ending. */
  readonly fileName: string
  readonly language: string
  readonly parentAgency: string
  readonly agency: string
  readonly state: string
  readonly motto: string
  /** `Số:      /BC-UBND`; empty where the paper has no number. */
  readonly number: string
  /** `Cao Minh, ngày 05 tháng 01 năm 2026` */
  readonly placeAndDate: string
  /** `BÁO CÁO`, `PHIẾU YÊU CẦU …` */
  readonly kind: string
  /** May have line breaks, where it would break badly by itself. */
  readonly subject: string
  readonly blocks: readonly PaperBlock[]
  readonly signers: readonly PaperSigner[]
  readonly recipientsTitle: string
  readonly recipients: readonly string[]
  /** Lines in small print at the end: hash, chain. */
  readonly marks: readonly string[]
  readonly annexTitle: string
  /** Each with its caption, after everything else. */
  readonly photos: readonly PaperPhoto[]
  /** Annexes, each on pages of its own; across unless they say otherwise. */
  readonly annexes?: readonly PaperAnnex[]
}

export interface PaperAnnex {
  /** `Phụ lục 1` and what it is. */
  readonly title: string
  readonly subject: string
  readonly blocks: readonly PaperBlock[]
  readonly isUpright?: boolean
}

/** Every picture that has to be had before the paper is whole. */
export const picturesOf = ({ signers, photos }: Paper): readonly PaperPicture[] => [
  ...signers.flatMap(({ picture }) => (picture ? [picture] : [])),
  ...photos,
]
