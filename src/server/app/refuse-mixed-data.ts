import type { Services } from '../http/environment.ts'
import { readDemoMark } from './demo-mark.ts'

/**
 * Demo accounts have public passwords: they must never come to real data, nor real use to them. Undefined when mode
 * and data agree, else a sentence for the operator.
 */
export async function refuseMixedData(
  services: Pick<Services, 'mode' | 'entries' | 'accounts'>,
): Promise<string | undefined> {
  const isDemo = (await readDemoMark(services)) !== undefined
  if (services.mode === 'production')
    return isDemo
      ? 'These are demo data with public passwords: set DATA_DIR (or DATABASE_URL) to a place without them.'
      : undefined
  if (isDemo || (await services.accounts.list()).length === 0) return undefined
  return 'These are real data: set ISOXA_MODE=production, or DATA_DIR to another folder for the demo.'
}
