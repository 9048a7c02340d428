import { expect, it } from 'vitest'
import { isForbiddenInOne, wordTablesOf } from '../../src/rewording/index.js'

const nl = wordTablesOf('nl')
const en = wordTablesOf('en')

it('finds what one text allows and the other forbids, whichever comes first', () => {
  const [may, not] = ['Leden mogen een boot van de vereniging lenen.', 'Leden mogen geen boot van de vereniging lenen.']
  expect(isForbiddenInOne(may, not, nl)).toBe(true)
  expect(isForbiddenInOne(not, may, nl)).toBe(true)
  const only = 'De bar is open. Alleen na een wedstrijd mogen spelers daar roken.'
  expect(isForbiddenInOne(only, 'De bar is open. Ook na een wedstrijd mogen spelers daar niet roken.', nl)).toBe(true)
  expect(isForbiddenInOne('Tenants may keep a bicycle in the hall.', 'Tenants may not keep a bicycle in the hall.', en)).toBe(
    true,
  )
})

it('takes what is open on one condition for no prohibition', () => {
  expect(
    isForbiddenInOne(
      'Bezoekers mogen alleen met toestemming naar binnen.',
      'Bezoekers mogen niet zonder toestemming naar binnen.',
      nl,
    ),
  ).toBe(false)
  expect(isForbiddenInOne('Staff may leave only after five.', 'Staff may not leave before five.', en)).toBe(false)
  expect(isForbiddenInOne('A member in arrears is not entitled to vote.', 'A member in arrears may not vote.', en)).toBe(false)
})

it('takes what is open only under a condition for no prohibition without it', () => {
  const only = 'Photographs may be published only if the parents consent.'
  expect(isForbiddenInOne(only, 'If the parents do not consent, photographs may not be published.', en)).toBe(false)
  expect(isForbiddenInOne(only, 'Photographs may not be published by the parents.', en)).toBe(true)
})

it('compares no sentence with another one', () => {
  expect(isForbiddenInOne('Guests may park behind the club house.', 'Dogs may not swim in the harbour.', en)).toBe(false)
})
