import type { Services } from '../http/environment.ts'

/** What the operator reads when the server is up: the address and, in demo mode only, accounts to try. */
export function announce(services: Services, hasAccounts: boolean): string {
  const { version, database, origin, mode, demoAccounts } = services
  const lines = ['', `ISO Xã ${version} · ${database} · ${origin}`, '']
  if (mode === 'demo')
    lines.push(
      'Demo data / dữ liệu dùng thử. Accounts to try:',
      '',
      ...table(['username', 'password', 'role', 'name', 'unit'], demoAccounts),
      '',
    )
  if (mode === 'production' && !hasAccounts)
    lines.push(
      'Nobody can sign in yet. Stop the server (Ctrl-C) and make the first administrator:',
      '  npm run admin -- create-admin --username USER --name "FULL NAME"',
      '',
    )
  return lines.join('\n')
}

function table<K extends string>(
  columns: readonly K[],
  rows: readonly Readonly<Record<K, string>>[],
): readonly string[] {
  const width = (column: K): number => Math.max(column.length, ...rows.map(row => row[column].length))
  const line = (cell: (column: K) => string): string =>
    `  ${columns.map(column => cell(column).padEnd(width(column))).join('  ')}`.trimEnd()
  return [
    line(column => column),
    line(column => '-'.repeat(width(column))),
    ...rows.map(row => line(column => row[column])),
  ]
}
