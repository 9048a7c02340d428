import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { misspeltNames, outdatedNames, outdatedSchema } from '../../src/proof/index.js'
import { loadOutdated } from '../../src/workspace/index.js'

const entries = outdatedSchema.parse(parse(readFileSync(new URL('../../templates/data/outdated.yaml', import.meta.url), 'utf8')))

describe('names', () => {
  it('that come with the program are as the schema has them', () => {
    expect(loadOutdated(undefined).value).toEqual(entries)
  })

  it.each([
    ['Volgens de Wet Bescherming Persoonsgegevens mag dat niet.', ['Wet Bescherming Persoonsgegevens']],
    ['Op Hyves en Google+ staat niets.', ['Hyves', 'Google+']],
    ['Op X (voorheen Twitter) staat niets over de school.', []],
    ['De WVO 2020 en de WVO.', ['WVO']],
    ['Volgens de WVO 2020 mag dat.', []],
    ['In het deelnemersstatuut en bij de Commissie Gelijke Behandeling.', ['deelnemersstatuut', 'Commissie Gelijke Behandeling']],
    ['Onder de Wet\nopenbaarheid van bestuur.', ['Wet\nopenbaarheid van bestuur']],
    ['De vine groeit, de periscope draait en Skypen doen we niet.', []],
    ['Kijk op Vine en Periscope.', ['Vine', 'Periscope']],
    ['De wvo-leerling twittert, en de Vinexwijk is ver weg.', []],
  ])('out of date in: %s', (text, names) => {
    expect(outdatedNames(text, entries).map(({ name }) => name)).toEqual(names)
  })

  it.each([
    ['Wie bij Linde MBO werkt, kent Linde OMB niet.', ['Linde OMB']],
    ['Het Linde-MBO en Linde mbo zijn één school.', ['Linde-MBO', 'Linde mbo']],
    ['De Linde Groep is een ander.', []],
    ['Bij Linde MOB.', ['Linde MOB']],
    ['LINDE MBO', []],
    ['De linde MBO is het niet, linde MBO wel.', []],
  ])('spelled otherwise in: %s', (text, names) => {
    expect(misspeltNames(text, ['Linde MBO']).map(({ name }) => name)).toEqual(names)
  })

  it('have letters swapped', () => {
    expect(misspeltNames('Stichting De Meerl of Stichting De Merels', ['Stichting De Merel']).map(({ name }) => name)).toEqual([
      'Stichting De Meerl',
      'Stichting De Merels',
    ])
    expect(misspeltNames('Stichting De Mees', ['Stichting De Merel'])).toEqual([])
  })
})
