import type { ExpressionError } from '../forms/expressions/expression-error.ts'

/** Where in the workbook: the row as Excel counts, the column as its letter. */
export interface XlsformPlace {
  readonly sheet: string
  readonly row?: number
  readonly column?: string
}

/** What is wrong with a workbook, or worth knowing. Its sentence is `xlsform.problems.<code>` in the locales. */
export type XlsformProblem = XlsformPlace & XlsformFault

type XlsformFault =
  // The sheets
  | { readonly code: 'sheetMissing'; readonly found: readonly string[] }
  | { readonly code: 'sheetNotUsed' }
  | { readonly code: 'columnMissing'; readonly header: string }
  /** A title or remarks stand over the header. */
  | { readonly code: 'headerBelow' }
  | { readonly code: 'duplicateColumn'; readonly header: string; readonly other: string }
  | { readonly code: 'unknownColumn'; readonly header: string }
  | { readonly code: 'columnNotUsed'; readonly header: string }
  | { readonly code: 'mediaNotShown'; readonly header: string }
  | { readonly code: 'tooManyRows'; readonly limit: number }
  | { readonly code: 'noQuestions' }
  // Rows of the survey
  | { readonly code: 'typeMissing' }
  | { readonly code: 'rowWithoutType' }
  | { readonly code: 'rowDisabled' }
  | { readonly code: 'unknownType'; readonly type: string }
  | { readonly code: 'unsupportedType'; readonly type: string }
  | { readonly code: 'typeDegraded'; readonly type: string; readonly becomes: string }
  | { readonly code: 'typeIgnored'; readonly type: string }
  | { readonly code: 'nameMissing' }
  | { readonly code: 'invalidName'; readonly name: string }
  | { readonly code: 'duplicateName'; readonly name: string; readonly otherRow: number }
  | { readonly code: 'duplicateId'; readonly id: string; readonly otherRow: number }
  | { readonly code: 'nameDiffersInCase'; readonly name: string; readonly other: string }
  /** Names that ODK and Kobo refuse. */
  | { readonly code: 'reservedName'; readonly name: string }
  | { readonly code: 'repeatNamedTwice'; readonly name: string; readonly otherRow: number }
  | { readonly code: 'labelMissing' }
  | { readonly code: 'unclosed'; readonly kind: 'group' | 'repeat'; readonly name: string }
  | { readonly code: 'unopened'; readonly kind: 'group' | 'repeat' }
  | {
      readonly code: 'mismatchedEnd'
      readonly kind: 'group' | 'repeat'
      readonly opened: 'group' | 'repeat'
      readonly openedRow: number
    }
  | { readonly code: 'tooDeep'; readonly limit: number }
  | { readonly code: 'tableListSplit' }
  | { readonly code: 'calculationMissing' }
  | { readonly code: 'messageWithoutConstraint' }
  // Cells
  /** A formula that no spreadsheet program has computed. */
  | { readonly code: 'formulaNotComputed' }
  | { readonly code: 'formulaFailed'; readonly text: string }
  /** Characters that cannot be seen, left out. */
  | { readonly code: 'controlCharacters' }
  /** A cell that says nothing in a row of this kind, as `required` of a group. */
  | { readonly code: 'cellNotUsed'; readonly header: string }
  | { readonly code: 'badValue'; readonly value: string; readonly expected: string }
  | { readonly code: 'badExpression'; readonly expression: string; readonly error: ExpressionError }
  /** `${last-saved#name}`, which stands for an empty text here. */
  | { readonly code: 'lastSavedNotKept' }
  /** `instance(…)/root/item[…]/label` in a label, which pyxform would compute. */
  | { readonly code: 'expressionShown' }
  /** `${` in a text, without its end. */
  | { readonly code: 'brokenReference'; readonly text: string }
  | { readonly code: 'parameterNotUsed'; readonly parameter: string }
  | { readonly code: 'unknownReference'; readonly name: string }
  | { readonly code: 'ambiguousReference'; readonly name: string }
  /** A name in a choice filter that is no column of the choices. */
  | { readonly code: 'unknownChoiceColumn'; readonly name: string }
  /** Begins and ends with the same name: each one's relevance or calculation reads the next. */
  | { readonly code: 'cycle'; readonly cycle: readonly string[] }
  // Choices
  | { readonly code: 'listNotNamed'; readonly type: string }
  | { readonly code: 'listMissing'; readonly list: string; readonly where: string }
  | { readonly code: 'listNotUsed'; readonly list: string }
  /** `or_other` beside a choice filter, which the choice "other" has no columns for. */
  | { readonly code: 'otherFiltered' }
  | { readonly code: 'choicesFromRepeat'; readonly name: string }
  | { readonly code: 'choiceWithoutList' }
  | { readonly code: 'choiceNameMissing'; readonly list: string }
  | { readonly code: 'choiceLabelMissing'; readonly value: string }
  | {
      readonly code: 'duplicateChoice'
      readonly list: string
      readonly value: string
      readonly otherRow: number
    }
  | { readonly code: 'spaceInChoice'; readonly list: string; readonly value: string }
  /** What `instance()` or `pulldata()` looks into: no list, no attached file. */
  | { readonly code: 'tableMissing'; readonly table: string }
  | { readonly code: 'fileNotAttached'; readonly file: string }
  // What comes along
  | { readonly code: 'imageNotAttached'; readonly file: string }
  | { readonly code: 'imageNotUsed'; readonly file: string }
  // Settings
  | { readonly code: 'settingNotUsed'; readonly setting: string }
  | { readonly code: 'formIdMissing'; readonly id: string }
  | { readonly code: 'formIdChanged'; readonly from: string; readonly to: string }
  | { readonly code: 'versionMissing'; readonly version: string }
  /** Something the schema of form versions refuses; `expected` is its own code, for developers. */
  | { readonly code: 'invalidForm'; readonly path: string; readonly expected: string }
