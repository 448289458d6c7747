import type { EntitySet } from './entity-set.ts'

const namespace = 'isoxa'

/** `$metadata`: the entity data model as CSDL XML (OData 4.0 part 3). Names are ours, nothing needs escaping. */
export function writeMetadata(sets: readonly EntitySet[]): string {
  const types = sets.map(({ type, properties }) => {
    const lines = Object.entries(properties).map(([name, edm]) => {
      const facets = `${name === 'id' ? ' Nullable="false"' : ''}${edm === 'Edm.DateTimeOffset' ? ' Precision="3"' : ''}`
      return `        <Property Name="${name}" Type="${edm}"${facets}/>`
    })
    return [
      `      <EntityType Name="${type}">`,
      '        <Key><PropertyRef Name="id"/></Key>',
      ...lines,
      '      </EntityType>',
    ].join('\n')
  })
  const container = sets.map(
    ({ name, type }) => `        <EntitySet Name="${name}" EntityType="${namespace}.${type}"/>`,
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">',
    '  <edmx:DataServices>',
    `    <Schema Namespace="${namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...types,
    '      <EntityContainer Name="Feed">',
    ...container,
    '      </EntityContainer>',
    '    </Schema>',
    '  </edmx:DataServices>',
    '</edmx:Edmx>',
    '',
  ].join('\n')
}
