import { describe, expect, it } from 'vitest'
import { compareSchools, type Standing } from '../../src/schools/index.js'
import { school, vocabularies } from './support.js'

const text = 'een telefoon gebruiken om op te zoeken wat de docent vraagt;'

/** How the rule of one item stands at schools that print each of these above it. */
function standingUnder(...leads: readonly (string | undefined)[]): { standing?: Standing; kinds: readonly string[] } {
  const schools = leads.map((lead, at) => school(`School ${at}`, [lead === undefined ? { text } : { text, lead }]))
  const rows = compareSchools(schools, vocabularies).value.rows.filter(({ cells }) => cells.length > 1)
  expect(rows).toHaveLength(1)
  const [{ standing, differences } = { standing: undefined, differences: [] }] = rows
  return { ...(standing === undefined ? {} : { standing }), kinds: [...new Set(differences.map(({ kind }) => kind))] }
}

const FORBIDDEN = 'In de les is het volgende verboden:'
const ALLOWED = 'In de les is het volgende toegestaan:'

describe('an item in the same words', () => {
  it('is the same rule under the same lead-in', () => {
    expect(standingUnder(FORBIDDEN, FORBIDDEN)).toEqual({ standing: 'same', kinds: [] })
    expect(standingUnder(undefined, undefined)).toEqual({ standing: 'same', kinds: [] })
  })

  it('is forbidden here and not there under lead-ins that say so, however many schools there are', () => {
    expect(standingUnder(FORBIDDEN, ALLOWED)).toEqual({ standing: 'differs', kinds: ['opposed'] })
    const many = Array.from({ length: 13 }, (_, at) => (at === 7 ? ALLOWED : FORBIDDEN))
    expect(standingUnder(...many)).toEqual({ standing: 'differs', kinds: ['opposed'] })
  })

  it('is not proved the same under a lead-in in other words, nor where one school has none', () => {
    expect(standingUnder(FORBIDDEN, 'Op het schoolplein is het volgende verboden:').standing).not.toBe('same')
    expect(standingUnder(FORBIDDEN, undefined).standing).not.toBe('same')
  })
})
