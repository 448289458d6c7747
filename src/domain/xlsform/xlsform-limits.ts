/** What a workbook may hold, and how many errors and warnings of it are told. */
export const xlsformLimits = { rows: 5_000, choices: 20_000, levels: 100, problems: 1_000 } as const
