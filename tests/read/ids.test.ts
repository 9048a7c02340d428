import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauses, ID } from '../../src/model/index.js'
import { proposeIds, readPolicy, writePolicy } from '../../src/read/index.js'

const ids = (body: string): (string | undefined)[] =>
  clauses(proposeIds(readPolicy(body, 'a.md').value)).flatMap(({ id, kind }) => (kind === 'note' ? [] : [id]))

describe('proposed ids', () => {
  it('are the first words that mean something', () => {
    expect(
      ids(
        "# De foto's van de school\n\nEen foto van een leerling wordt pas geplaatst na toestemming.\n\n- **Leerling**: ieder die staat ingeschreven.",
      ),
    ).toEqual(['fotos-school', 'foto-leerling-geplaatst', 'leerling'])
  })

  it('take more words where another clause has the id, and a number when words run out', () => {
    expect(ids("# Foto\n\nFoto.\n\nFoto's maken mag nooit.\n\nFoto's maken mag nooit meer achteraf.")).toEqual([
      'foto',
      'foto-foto',
      'fotos-maken-nooit',
      'fotos-maken-nooit-achteraf',
    ])
    expect(ids('Foto.\n\nFoto.\n\nFoto.')).toEqual(['foto', 'foto-2', 'foto-3'])
  })

  it('are none that a clause had which is gone', () => {
    const policy = readPolicy('Foto.\n\nBeeld. {#beeld}', 'a.md').value
    const given = clauses(proposeIds(policy, undefined, new Set(['foto', 'foto-2']))).map(({ id }) => id)
    expect(given).toEqual(['foto-3', 'beeld'])
  })

  it('leave an id that stands as it is, and never take it for another clause', () => {
    expect(ids('Foto. {#beeld}\n\nBeeld.\n\nGeluid. {#foto}')).toEqual(['beeld', 'beeld-2', 'foto'])
  })

  it('are well-formed, unique, the same every time, and change nothing else', () => {
    const words = fc
      .array(fc.constantFrom('foto', 'de', 'Één', '2021', '§', '”', 'ouders', '日本', 'a'), { maxLength: 6 })
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (lines) => {
        const { value } = readPolicy(lines.map((line) => `- x${line}`).join('\n'), 'a.md')
        const proposed = proposeIds(value)
        const found = clauses(proposed).map(({ id }) => id ?? '')
        expect(found.every((id) => ID.test(id) && id.length <= 44)).toBe(true)
        expect(new Set(found).size).toBe(found.length)
        expect(proposeIds(proposed)).toBe(proposed)
        expect(writePolicy(proposed).replace(/ \{#[a-z0-9-]+\}/g, '')).toBe(writePolicy(value))
      }),
      { seed: 11, numRuns: 100 },
    )
  })
})
