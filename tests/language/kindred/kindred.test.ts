import { describe, expect, it } from 'vitest'
import { kinship, mattersOf } from '../../../src/language/kindred/index.js'
import { growth, TOO_FAST } from '../../support/growth.js'

describe('how two words are related', () => {
  it.each([
    ['medicijn', 'geneesmiddelen', 'same'],
    ['medicatie', 'medicament', 'same'],
    ['schorsing', 'tijdelijk de toegang ontzeggen', 'same'],
    ['geschorst', 'time-out', 'same'],
    ['mobieltjes', 'smartphone', 'same'],
    ['docent', 'leerkrachten', 'same'],
    ['docent', 'medewerker', 'kind'],
    ['werkkleding', 'kleding', 'kind'],
    ['dosering', 'medicijn', 'speaks'],
  ])('%s and %s: %s', (a, b, related) => {
    expect(kinship(a, b, 'nl')).toBe(related)
    expect(kinship(b, a, 'nl')).toBe(related)
  })

  it.each([
    ['medication', 'medicines', 'same'],
    ['suspended', 'temporary exclusion', 'same'],
    ['remote work', 'homeworking', 'same'],
    ['teacher', 'member of staff', 'kind'],
    ['dosage', 'medication', 'speaks'],
  ])('%s and %s: %s', (a, b, related) => expect(kinship(a, b, 'en')).toBe(related))

  it.each([
    ['fiets', 'kluis'],
    ['klacht', 'kleding'],
    ['camera', 'toestemming'],
    ['bewaren', 'vernietigen'],
    ['ouder', 'docent'],
    ['schorsen', 'waarschuwen'],
    ['geneesmiddel', 'drugs'],
  ])('%s and %s: not known to be', (a, b) => expect(kinship(a, b, 'nl')).toBeUndefined())
})

describe('what a text speaks of', () => {
  it('is the same in other words', () => {
    const of = (text: string) => mattersOf(text, 'nl')
    expect(of('De pupil mag geen pijnstillers innemen.').get('geneesmiddel')).toBe(1)
    expect(of('Leerkrachten delen geen pillen uit.').get('geneesmiddel')).toBe(1)
    expect(of('De club kan een speler voor drie weken de toegang ontzeggen.').get('schorsen')).toBe(1)
  })

  it('finds the parts of a compound, for less', () => {
    const weight = mattersOf('De medicatieafspraak hangt in de kantine.', 'nl').get('geneesmiddel') ?? 0
    expect(weight).toBeGreaterThan(0)
    expect(weight).toBeLessThan(1)
  })

  it('finds a verb whose part stands apart', () => {
    expect(mattersOf('Hij meldt zich voor acht uur bij de balie af.', 'nl').get('afmelden')).toBe(1)
    expect(mattersOf('Het is verplicht zich af te melden.', 'nl').get('afmelden')).toBe(1)
    expect(mattersOf('Zij meldt het ongeval.', 'nl').has('afmelden')).toBe(false)
  })

  it('takes an expression of small words only as it stands', () => {
    expect(mattersOf('Wie op tijd komt, mag naar binnen.', 'nl').has('tijdig')).toBe(true)
    expect(mattersOf('Er is tijd om op te warmen.', 'nl').has('tijdig')).toBe(false)
  })

  it('says less of a matter that a word is only a kind of', () => {
    const found = mattersOf('The nurse keeps the key.', 'en')
    expect(found.get('nurse')).toBe(1)
    expect(found.get('carer')).toBe(0.5)
  })

  it('takes time in proportion to the text', () => {
    const text = 'De begeleider meldt de toediening van medicijnen dezelfde dag aan de ouders af. '
    expect(
      growth(
        (n) => text.repeat(n),
        (long) => mattersOf(long, 'nl'),
        200,
      ),
    ).toBeLessThan(TOO_FAST)
  })
})
