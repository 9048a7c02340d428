import { firstOf, oneOf } from '../language/index.js'
import type { WordTables } from './tables.js'

const isPronoun = oneOf('who', 'whom', 'which', 'where')

/** Whether a word begins a relative clause: who, waarmee; not "waarborg". */
export const isRelative = (word: string | undefined, { lang }: Pick<WordTables, 'lang'>): boolean => {
  if (word === undefined || isPronoun(word, { lang })) return word !== undefined
  const whereof = firstOf('whereof', { lang })
  return whereof !== '' && word.startsWith(whereof) && (word === whereof || isWhereofPart(word.slice(whereof.length), { lang }))
}
const isWhereofPart = oneOf('whereofParts')
