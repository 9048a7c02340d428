import { isFunctionWord, stem, wordsOf } from '../../language/index.js'
import { type ClauseNode, type Language, mapInlines, type Note, plainText } from '../../model/index.js'
import { blanksOf } from './fill.js'
import { wordsWithoutBlanks } from './provisions.js'

/**
 * How far a clause is a copy of a provision, 0 to 1: how many of the words that say something both have, of those of the one that has more. What stands in
 * a blank is not counted, nor what a reference prints.
 */
export function copiedOf(provision: ClauseNode, clause: ClauseNode | Note, lang: Language): number {
  const words = withoutReferences(clause)
  const rest = blanksOf(plainText(provision), words).reduce((text, blank) => text.replace(blank.words, () => ' '), words)
  const [own, its] = [tellingIn(rest, lang), tellingIn(wordsWithoutBlanks(provision), lang)]
  const left = [...its]
  const both = own.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return both.length / Math.max(1, own.length, its.length)
}

function withoutReferences(node: ClauseNode | Note): string {
  if (!('content' in node)) return plainText(node)
  const content = mapInlines(node.content, (inline) => (inline.type === 'link' && inline.url.startsWith('#') ? [] : [inline]))
  return plainText({ ...node, content })
}

const tellingIn = (text: string, lang: Language): readonly string[] =>
  wordsOf(text).flatMap((word) => (isFunctionWord(word) ? [] : stem(word, lang)))
