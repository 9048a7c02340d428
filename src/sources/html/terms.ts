import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { isControlName, isFact } from '../../blocks/index.js'
import { children, isElement, wordsIn } from './tree.js'

type Element = Tree.Element

/** The terms of a list with what each means, where all of them name something about the document: they are its table of control. */
export function controlPairs(list: Element): readonly (readonly [Element, Element])[] | undefined {
  const parts = children(list).filter(isElement)
  const pairs = parts.flatMap((term, i) => (i % 2 === 0 && parts[i + 1] ? [[term, parts[i + 1] as Element] as const] : []))
  const areTerms = pairs.every(([term, meaning]) => term.tagName === 'dt' && meaning.tagName === 'dd')
  if (pairs.length < 2 || pairs.length * 2 !== parts.length || !areTerms) return undefined
  const isAbout = (term: string, meaning: string): boolean =>
    isControlName(term) || isFact(`${term.replace(/\s*:$/, '')}: ${meaning}`)
  return pairs.every(([term, meaning]) => isAbout(wordsIn(term).trim(), wordsIn(meaning).trim())) ? pairs : undefined
}
