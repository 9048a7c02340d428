import { describe, expect, it } from 'vitest'
import { deciderIn } from '../../src/norms/index.js'

describe('who decides', () => {
  it.each([
    ['nl', 'Over toelating beslist de rector.', 'rector'],
    ['nl', 'De rector beslist na overleg met het bestuur.', 'rector'],
    ['nl', 'De rector bepaalt voor docenten de tijden.', 'rector'],
    ['nl', 'Schorsing wordt door het bestuur besloten.', 'bestuur'],
    ['nl', 'Dat bepaalt de rector.', 'rector'],
    ['nl', 'Een camera komt er op besluit van het bestuur.', 'bestuur'],
    ['nl', 'Het bestuur neemt het besluit.', 'bestuur'],
    ['nl', 'Het bestuur neemt binnen vijf schooldagen een besluit.', 'bestuur'],
    ['nl', 'Niet de rector maar het bestuur beslist.', 'bestuur'],
    ['nl', 'Daarover beslist niet de rector, maar het bestuur.', 'bestuur'],
    ['nl', 'De rector beslist niet dan na overleg.', 'rector'],
    ['en', 'The request is decided not by the head, but by the board.', 'board'],
    ['nl', 'Dit besluit neemt het bestuur.', 'bestuur'],
    ['nl', 'Boven tien dagen ligt het besluit bij de rector.', 'rector'],
    ['en', 'The head decides after consulting the board.', 'head'],
    ['en', 'The request is decided by the head.', 'head'],
    ['en', 'The board makes the decision.', 'board'],
    ['en', 'The mentor explains the decision of the board.', 'board'],
  ] as const)('%s: %s', (lang, text, who) => expect(deciderIn(text, lang)).toBe(who))

  it.each([
    ['nl', 'De mentor beslist niet over schorsing.'],
    ['nl', 'Een mentor kan daarover niet beslissen.'],
    ['nl', 'Geen mentor beslist alleen.'],
    ['en', 'The mentor does not decide.'],
    ['en', 'The mentor cannot decide on exclusion.'],
  ] as const)('is not who does not: %s: %s', (lang, text) => expect(deciderIn(text, lang)).toBeUndefined())

  it.each([
    ['nl', 'De mentor deelt de beslissing mee aan de ouders.'],
    ['nl', 'De mentor stuurt de beslissing naar de inspectie.'],
    ['nl', 'De secretaris bewaart het besluit.'],
    ['nl', 'De mentor zit in een besloten groep.'],
    ['en', 'The mentor explains the decision to the pupil.'],
    ['en', 'The secretary keeps the approved plan.'],
  ] as const)('is not who sends or keeps a decision: %s: %s', (lang, text) => expect(deciderIn(text, lang)).toBeUndefined())
})
