import { describe, expect, it } from 'vitest'
import { proposeAttachment } from '../../src/tailor/index.js'
import { vocabularies } from '../schools/support.js'
import { policy } from '../support/policy.js'
import { MODEL } from './allotment.js'

/** A text that goes through the rules of the model in words of its own; of each clause the provision that it is, of its own rules none. */
const OWN_WORDS: readonly (readonly [words: string, provision?: string])[] = [
  ['Per huurder is er één perceel.', 'verhuur'],
  ['Je houdt het netjes, ook de strook tussen jou en je buren.', 'onderhoud'],
  ['Meer dan een glazen huisje en een berging zet je niet neer.', 'bouwsels'],
  ['Hoger dan een volwassene met een ladder laat je niets groeien.', 'bomen'],
  ['Wat tussen de stenen opkomt, trek je eruit zonder gif.', 'onkruid'],
  ['Hennen mag je houden, maar niets dat kraait.', 'dieren'],
  ['Viervoeters lopen aan de riem.', 'honden'],
  ['Gieten doe je uit de vaart.', 'sloot'],
  ['Van november tot maart komt er niets uit de leiding bij de kantine.', 'kraan'],
  ['Vlammen horen hier niet.', 'vuur'],
  ['Grillen mag op een stoep, zolang je erbij blijft.', 'barbecue'],
  ['Op zaterdag drinken we samen koffie.'],
  ['Loof en gras gooi je op de hoop achterin.', 'compost'],
  ['De rest verdwijnt in je eigen container thuis.', 'ander-afval'],
  ['Golfplaten van vroeger laat je liggen tot iemand van ons heeft gekeken.', 'asbest'],
  ['Na het donker kom je er niet meer in.', 'hek'],
  ['Tegen een bedrag vooraf kun je zelf naar binnen.', 'sleutel'],
  ['Raak je hem kwijt, zeg dat dan snel.', 'verloren'],
  ['Een schop of kruiwagen leen je tot de avond.', 'gereedschap'],
  ['Van andermans bessen blijf je af.', 'oogst'],
]
const sections = [0, 7, 12, 15]
const text = (clauses: typeof OWN_WORDS): string =>
  clauses
    .map(([words], at) => `${sections.includes(at) ? `\n# Deel ${at + 1} {#deel-${at}}\n\n` : ''}- ${words} {#c${at}}`)
    .join('\n')

const proposed = (source: string) =>
  proposeAttachment({ school: policy(source), template: policy(MODEL), names: ['Tuin'], vocabularies, attached: false }).clauses
const namedIn = (clauses: typeof OWN_WORDS): number => {
  const found = new Map(proposed(text(clauses)).map(({ name, provision, others }) => [name, [provision, ...others]]))
  return clauses.filter(([, id], at) => id !== undefined && found.get(`c${at}`)?.some((each) => each?.id === id)).length
}

describe('a text wholly in words of its own', () => {
  it('has most of its provisions named by the order they stand in, and none of it is sure', () => {
    expect(namedIn(OWN_WORDS)).toBeGreaterThanOrEqual(12)
    for (const { sure, others } of proposed(text(OWN_WORDS))) {
      expect(sure).toBe(false)
      expect(others.length).toBeLessThanOrEqual(3)
    }
  })

  it('is told less of where it stands in no order of the template', () => {
    const turned = OWN_WORDS.map((_, at) => OWN_WORDS[(at * 7) % OWN_WORDS.length] as (typeof OWN_WORDS)[number])
    expect(namedIn(turned)).toBeLessThan(namedIn(OWN_WORDS))
  })
})
