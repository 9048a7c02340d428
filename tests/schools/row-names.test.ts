import { describe, expect, test } from 'vitest'
import { compareSchools, type SchoolPolicy } from '../../src/schools/index.js'
import { school, vocabularies } from './support.js'

const labels = (...policies: readonly SchoolPolicy[]): string[] =>
  compareSchools(policies, vocabularies).value.rows.map(({ label }) => label)

/** All clauses of a school on one topic. */
const about = (topic: string, policy: SchoolPolicy): SchoolPolicy => ({
  ...policy,
  clauses: policy.clauses.map((clause) => ({ ...clause, topic })),
})

const under = (policy: SchoolPolicy, titles: readonly string[]): SchoolPolicy => ({
  ...policy,
  clauses: policy.clauses.map((clause, at) => ({ ...clause, sections: [titles[at] as string] })),
})

describe('the name of a row', () => {
  test('is that of its topic where the topic has one rule', () => {
    expect(labels(school('Linde', ['Een medewerker sluit op sociale media geen vriendschap met leerlingen.']))).toEqual([
      'Vriendschap met leerlingen',
    ])
  })

  test('is short, no sentence, and begins and ends with a word that says something', () => {
    const [canteen] = labels(school('Linde', ['De kantine sluit op dagen waarop er toetsen zijn al om vier uur in de middag.']))
    expect(canteen?.split(' ').length).toBeLessThanOrEqual(5)
    expect(canteen).toMatch(/kantine|toetsen/i)
    expect(canteen).not.toMatch(/^(?:de|op|er|al)\b|\b(?:de|op|er|om|in)$|[.,;:]$/i)
  })

  test('ends in a word where it is the beginning of a sentence', () => {
    const [label] = labels(school('Linde', ['Dat mag er niet, en dit ook niet.']))
    expect(label).toBe('Dat mag er niet')
  })

  test('tells the rules of one topic apart, without a name twice', () => {
    const found = labels(
      about(
        'foto-en-film',
        school('Linde', [
          'Een foto van een leerling wordt alleen geplaatst na toestemming van de ouders.',
          "Foto's van schoolreizen worden na het schooljaar door de conciërge verwijderd.",
          "Foto's van schoolreizen worden na het schooljaar door de conciërge bewaard.",
        ]),
      ),
    )
    expect(new Set(found).size).toBe(3)
    for (const label of found) expect(label).toMatch(/^Foto, film en geluid: \p{Lu}/u)
  })

  test('holds no word that only makes a sentence, and is no title that only says for whom', () => {
    const [label] = labels(
      under(
        school('Linde', ['Leerlingen die er misschien hun fietssleutel verliezen, melden het fietsenhok verlies bij de balie.']),
        ['Voor leerlingen'],
      ),
    )
    expect(label).not.toMatch(/\b(?:er|misschien|die)\b|^Voor /i)
  })

  test('is the title of a section that is about it alone, and no title that says nothing of it', () => {
    const titled = (title: string) =>
      labels(
        under(
          school('Linde', [
            'De conciërge sluit het hek van het fietsenhok iedere middag om vijf uur.',
            'Het magazijn bewaart gevonden voorwerpen een maand.',
          ]),
          [title, 'Magazijn'],
        ),
      )[0]
    expect(titled('Hek van het fietsenhok')).toMatch(/Hek van het fietsenhok$/)
    expect(titled('Inleiding')).not.toMatch(/Inleiding/)
  })

  test('of a definition is what is defined', () => {
    const [first] = labels(
      about(
        'begrippen',
        school('Linde', [
          'Sociale media: websites en platforms waarop gebruikers berichten plaatsen.',
          'Redactie: de medewerkers die berichten op de platforms van de school plaatsen.',
        ]),
      ),
    )
    expect(first).toBe('Begrippen: Sociale media')
  })

  test('ends before the verb that makes the norm', () => {
    const [name] = labels(school('Linde', ['Verloren gymschoenen haalt de leerling bij de conciërge op.']))
    expect(name).toBe('Verloren gymschoenen')
  })

  test('has no number or step of the title it comes from', () => {
    const [name] = labels(
      under(school('Linde', ['De tropische vissen krijgen twee keer voer.']), ['B. Stap 2: tropische vissen']),
    )
    expect(name).toBe('Tropische vissen')
  })

  test('is what the schools speak of in common language where their words say too little', () => {
    const policies = [school('Linde', ['De baas zoekt het uit.']), school('Wilg', ['Wij gaan dat na.'])]
    const sentences = policies.map(({ ref }) => ({ ref, id: 'c1' }))
    const { rows } = compareSchools(policies, vocabularies, { rows: [{ verdict: 'confirmed', sentences }] }).value
    expect(rows.map(({ label }) => label)).toEqual(['Onderzoeken'])
  })

  const nameOf = (...texts: readonly string[]): string | undefined => {
    const policies = texts.map((text, at) => school(`School ${at}`, [text]))
    const sentences = policies.map(({ ref }) => ({ ref, id: 'c1' }))
    return compareSchools(policies, vocabularies, { rows: [{ verdict: 'confirmed', sentences }] }).value.rows[0]?.label
  }

  test('goes over no article behind a noun', () => {
    expect(nameOf('De kampleider sluit voor de kampgangers een kampverzekering af.')).not.toMatch(/kampgangers een/i)
    expect(nameOf('De kleur van het kampvuur is rood.')).toBe('Kleur van het kampvuur')
  })

  test('is the short word that all schools of the row have, rather than words that name people or places in general', () => {
    expect(nameOf('Om tien uur is men op zijn zolder.', 'Vanaf negen uur is men op de zolder.')).toBe('Zolder')
  })

  test('is that of a topic only where most of the schools point to it', () => {
    const texts = ['Het bedrag wordt vóór vertrek voldaan.', 'Het geld is vóór vertrek betaald.', 'Betaling volgt op de factuur.']
    expect(nameOf(...texts)).not.toBe('Facturen')
    expect(nameOf('Een factuur wordt binnen een maand betaald.', 'Betaling volgt op de factuur.')).toBe('Facturen')
  })

  test('ends with no adverb, and names nobody in particular', () => {
    expect(nameOf('Een zoekgeraakte fluit meldt men schriftelijk.')).toBe('Zoekgeraakte fluit')
    const english = school('Linden', [{ text: 'Members never share their trumpet combination with anyone.', lang: 'en' }])
    expect(labels(english)[0]).toBe('Trumpet combination')
  })

  test('takes what is kept for the skilled for no notice of rights', () => {
    expect(nameOf('Een voorbehouden handeling verricht alleen een arts.')).not.toBe('Colofon')
    expect(nameOf('Alle rechten voorbehouden.')).toBe('Colofon')
  })
})
