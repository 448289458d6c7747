/**
 * What a backup has of the database, in the order of restoring. Left out are uploads on their way: their bytes lie in no
 * backup, and the tablets begin them again; with them goes who may bring files for others, and so do failed sign-ins.
 */
export const keptTables = [
  'meta',
  'feeds',
  'things',
  'entries',
  'log',
  'held',
  'accounts',
  'sessions',
  'devices',
  'files',
  'file_grants',
  'file_references',
  'backup_heads',
  'session_devices',
  'device_keys',
  'seats',
  'read_tokens',
] as const

export const leftOutTables = ['uploads', 'carried_files', 'tries'] as const
