import { expect, it } from 'vitest'
import { createTranslator } from '../../../src/present/receipt/index.js'
import { loadMessageForms } from '../../../src/workspace/index.js'

const say = createTranslator(loadMessageForms(undefined, 'nl'), 'nl')

it('says in Dutch why a part was left out', () => expect(say('page number')).toBe('paginanummer'))

it('leaves what no form fits as it is', () => {
  expect(say('Something else about "this"')).toBe('Something else about “this”')
})
