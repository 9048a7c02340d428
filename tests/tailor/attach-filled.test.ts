import { describe, expect, it } from 'vitest'
import { valuesOfKind } from '../../src/tailor/attach/of-kind.js'

const PARAMETERS = {
  termijn: { type: 'period', default: '3 weken' },
  antwoord: { type: 'period', default: '10 werkdagen' },
  borg: { type: 'text', example: '€ 150' },
  einde: { type: 'text', default: '22.30 uur' },
  wie: { type: 'text', default: 'de beheerder' },
} as const
const filled = (provision: string, clause: string, blanks: readonly (keyof typeof PARAMETERS)[]) =>
  valuesOfKind(provision, clause, blanks, PARAMETERS, 'nl').map(({ name, words }) => `${name}: ${words}`)

describe('a blank of a provision that a school put in other words', () => {
  it.each([
    [
      'a period',
      'Vraag dit ten minste {{termijn}} vooraf aan.',
      'Zes weken van tevoren ligt de aanvraag er.',
      ['termijn'],
      ['termijn: Zes weken'],
    ],
    ['an amount, as its example is one', 'De borg is {{borg}}.', 'Wij houden € 80 in bewaring.', ['borg'], ['borg: € 80']],
    [
      'an hour, as the usual one is',
      'Om {{einde}} is het leeg.',
      'Iedereen is weg om 21.45 uur.',
      ['einde'],
      ['einde: 21.45 uur'],
    ],
    [
      'each of another kind',
      'Betaal {{borg}} binnen {{termijn}}.',
      'Binnen 14 dagen is € 80 betaald.',
      ['borg', 'termijn'],
      ['borg: € 80', 'termijn: 14 dagen'],
    ],
  ] as const)('is filled with %s', (_, provision, clause, blanks, expected) => {
    expect(filled(provision, clause, blanks)).toEqual(expected)
  })

  it.each([
    ['two that could be it', 'Vraag dit {{termijn}} vooraf aan.', 'Drie weken vooraf, in juni vier weken.', ['termijn']],
    [
      'two blanks of one kind',
      'Vraag {{termijn}} vooraf; wij antwoorden binnen {{antwoord}}.',
      'Vraag zes weken vooraf.',
      ['termijn', 'antwoord'],
    ],
    [
      'what the provision says itself',
      'Vraag {{termijn}} vooraf, uiterlijk 2 dagen na de les.',
      'Uiterlijk twee dagen na de les vraagt u.',
      ['termijn'],
    ],
    ['words of no kind', 'Vraag het {{wie}}.', 'De conciërge weet het.', ['wie']],
    ['another kind', 'De borg is {{borg}}.', 'De borg blijft 14 dagen staan.', ['borg']],
  ] as const)('is not filled with %s', (_, provision, clause, blanks) => {
    expect(filled(provision, clause, blanks)).toEqual([])
  })
})
