import { describe, expect, it } from 'vitest'
import { proposeAttachment } from '../../src/tailor/index.js'
import { vocabularies } from '../schools/support.js'
import { policy } from '../support/policy.js'

const MODEL = `# Uitlenen {#uitlenen}

1. Een lid leent ten hoogste vier boeken tegelijk. {#aantal}
2. Boeken worden uitgeleend voor drie weken. {#termijn}
3. Verlenging is eenmaal mogelijk en wordt aan de balie gevraagd. {#verlengen}
4. Op het uitleenkaartje staan: {#kaartje}
   1. de titel van het boek; {#kaartje-titel}
   2. de dag waarop het terug moet zijn. {#kaartje-dag}

# Te laat {#te-laat}

1. Wie een boek te laat terugbrengt, betaalt tien cent per dag. {#boete}
2. Een zoekgeraakt boek wordt door het lid vergoed of vervangen. {#verlies}

# Ruilkast {#ruilkast}

1. In de ruilkast mag iedereen een eigen boek achterlaten. {#ruilen}
2. De vrijwilliger haalt stripboeken met losse bladen uit de ruilkast. {#losse-bladen}
`

/** What each clause of a copy seems to be: its provision, then what it says beside. */
function seeming(text: string): Record<string, readonly string[]> {
  const [school, template] = [policy(text), policy(MODEL)]
  const { clauses } = proposeAttachment({ school, template, names: ['Leeszaal'], vocabularies, attached: false })
  return Object.fromEntries(clauses.map(({ name, provision, covers }) => [name, [provision?.id ?? '-', ...covers]]))
}

const COPY = `# Uitlenen en te laat {#s1}

1. Een lid leent ten hoogste vier boeken tegelijk; deze worden uitgeleend voor drie weken. {#s2}
2. Verlenging is eenmaal mogelijk. {#s3}
3. Die verlenging wordt aan de balie gevraagd. {#s4}
4. Op het uitleenkaartje staan titel en dag. {#s5}
5. Wie een boek te laat terugbrengt, betaalt tien cent per dag. {#s6}
6. Een zoekgeraakt boek wordt door het lid vergoed of vervangen. {#s7}

# Ruilkast {#s8}

1. In de ruilkast mag iedereen een eigen boek achterlaten. {#s9}
2. Een vrijwilliger drinkt op vrijdag thee bij de ruilkast. {#s10}
`

describe('a copy whose rules were joined and split', () => {
  const found = seeming(COPY)

  it('says a second provision in the clause that took it in', () => {
    expect(found.s2).toEqual(['aantal', 'termijn'])
  })

  it('says one provision in two clauses next to each other', () => {
    expect([...(found.s3 ?? []), ...(found.s4 ?? [])].toSorted()).toEqual(['-', 'verlengen', 'verlengen'])
  })

  it('says the items of a list in the clause that is its lead-in and has none', () => {
    expect(found.s5).toEqual(['kaartje', 'kaartje-titel', 'kaartje-dag'])
  })

  it('has one heading for two sections that were put together', () => {
    expect(found.s1?.toSorted()).toEqual(['te-laat', 'uitlenen'])
    expect(found.s8).toEqual(['ruilkast'])
  })
})

describe('a short template, of which little is known', () => {
  it.each([
    'De koffie van de vrijwilliger is gratis.',
    'De bladen van de plant krijgen water van een vrijwilliger.',
    'Losse bladen uit kranten hangen aan de muur.',
  ])('is not surely what shares a word or two with its only rule left: %s', (text) => {
    const school = policy(COPY.replace(/2\. .*\{#s10\}/, `2. ${text} {#s10}`))
    const { clauses } = proposeAttachment({ school, template: policy(MODEL), names: ['Leeszaal'], vocabularies, attached: false })
    expect(clauses.filter(({ sure }) => sure).map(({ name }) => name)).toContain('s9')
    expect(clauses.find(({ name }) => name === 's10')).toMatchObject({ sure: false })
  })
})

describe('a copy with a rule put in other words, and a heading with another title', () => {
  const copy = (own: string, end = '') =>
    seeming(`# Uitlenen {#a}

1. Een lid leent ten hoogste vier boeken tegelijk. {#b}
2. Boeken worden uitgeleend voor drie weken. {#c}
${own === '' ? '' : `3. ${own} {#own}\n`}4. Op het uitleenkaartje staan: {#d}
   1. de titel van het boek; {#e}
   2. de dag waarop het terug moet zijn. {#f}

# Boetes en schade {#g}

1. Wie een boek te laat terugbrengt, betaalt tien cent per dag. {#h}
2. Bij de kast staat een stoel. {#stoel}
3. Een zoekgeraakt boek wordt door het lid vergoed of vervangen. {#i}
${end}`)
  const OTHERWISE = 'Vraag de vrijwilliger om een boek langer te houden.'

  it('is the provision between those that its neighbours are, where it stands between them and nowhere else', () => {
    expect(copy(OTHERWISE).own).toEqual(['verlengen'])
    expect(copy('', `4. ${OTHERWISE} {#own}\n`).own).not.toContain('verlengen')
    expect(copy('Honden blijven buiten.').own).toEqual(['-'])
  })

  it('has the heading of the rules under it', () => {
    expect(copy(OTHERWISE).g).toEqual(['te-laat'])
  })
})
