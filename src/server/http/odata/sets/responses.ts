import { readResponse } from '../../../../domain/responses/response.ts'
import { responseFields, responseType } from '../../../../domain/responses/response-fields.ts'
import { readSentResult } from '../../../../domain/responses/sent-result.ts'
import { msOfHlc } from '../../../../sync/protocol/hlc.ts'
import type { EntitySet } from '../entity-set.ts'
import { mayCarryAnswers } from '../may-carry-away.ts'
import { rowsOfThings } from '../read-things.ts'
import { toStored } from '../to-stored.ts'
import { readUnitProperties, unitProperties } from '../unit-properties.ts'

/** One row for each response; its score is the latest sending's, as on the district's board. */
export const responses: EntitySet = {
  name: 'Responses',
  type: 'Response',
  properties: {
    id: 'Edm.String',
    ...unitProperties,
    form: 'Edm.String',
    version: 'Edm.String',
    formTitle: 'Edm.String',
    state: 'Edm.String',
    score: 'Edm.Double',
    band: 'Edm.String',
    startedAt: 'Edm.DateTimeOffset',
    firstSentAt: 'Edm.DateTimeOffset',
    sentAt: 'Edm.DateTimeOffset',
    approvedAt: 'Edm.DateTimeOffset',
    movedAt: 'Edm.DateTimeOffset',
    sendings: 'Edm.Int32',
  },
  ...rowsOfThings('Responses', [
    {
      feedClass: 'unit',
      type: responseType,
      mayHave: mayCarryAnswers,
      madeOf: [responseFields.form, 'moves/', 'results/'],
      countedBy: [responseFields.form],
      async toRows(id, entries, unit, world) {
        const response = readResponse(entries.map(toStored))
        if (!response.form) return []
        const form = await world.findForm(response.form)
        const sendings = response.moves.filter(({ to }) => to === 'sent')
        const last = sendings.at(-1)
        const valueOf = (field: string) => entries.find(entry => entry.field === field)
        const begun = valueOf(responseFields.form)
        const approval = response.moves.findLast(({ to }) => to === 'approved')
        return [
          {
            id,
            ...readUnitProperties(unit, world),
            form: response.form.id,
            version: response.form.version,
            formTitle: form?.form.title['vi'] ?? null,
            state: response.state,
            ...readSentResult(last && valueOf(responseFields.result(last.id))?.value),
            startedAt: begun ? msOfHlc(begun.hlc) : null,
            firstSentAt: sendings[0]?.at ?? null,
            sentAt: last?.at ?? null,
            // An approval that was taken back is none.
            approvedAt: (response.state === 'approved' ? approval?.at : undefined) ?? null,
            movedAt: response.moves.at(-1)?.at ?? null,
            sendings: sendings.length,
          },
        ]
      },
    },
  ]),
}
