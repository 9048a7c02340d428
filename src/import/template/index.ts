import { guessLanguage } from '../../language/index.js'
import { type Declaration, LANGUAGES } from '../../model/index.js'
import type { Piece } from '../../pieces/index.js'
import { isClause } from '../outline/build.js'
import { fillBlanks } from './blanks.js'
import { settleChoices } from './choices.js'
import { placeGuidance } from './guidance.js'
import { Declared } from './parameters.js'

export { findChoices } from './choices.js'
export { asBlanks, asItStood, guessesOf } from './guesses.js'
export { findGuidance } from './guidance.js'

/** What a model asks, once it is known which pieces are its clauses: parameters are declared and stand in the text. */
export function findParameters(pieces: Piece[]): Readonly<Record<string, Declaration>> {
  placeGuidance(pieces)
  const { language } = guessLanguage(
    pieces
      .filter(isClause)
      .map(({ text }) => text)
      .join('\n'),
  )
  const declared = new Declared(language === 'other' ? LANGUAGES[0] : language)
  for (const { name, values, about } of settleChoices(pieces)) declared.choice(name, values, about)
  fillBlanks(pieces, declared)
  return declared.declarations
}
