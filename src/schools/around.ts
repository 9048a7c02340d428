import { fold, oneOf, printedReferences, startsWithOneOf, wordsOf } from '../language/index.js'
import type { Language } from '../model/index.js'
import { leadWithin, partsOf } from './sentences.js'
import type { SchoolClause } from './types.js'

/** Which sentence of which clause. */
interface Placed {
  readonly clause: SchoolClause
  readonly sentence: { readonly text: string; readonly from: number }
}

/** Whether two texts say the same, or what differs between them is proved harmless. */
type Same = (one: string, other: string) => boolean

/**
 * Whether two sentences in the same words ask the same, as far as what they rest on is known: the headings above them, what the clause leads to,
 * and what stands before a sentence that points back. "Zij komen die dag op school" asks of pupils what it asks elsewhere of parents.
 */
export function sameAround(a: Placed, b: Placed, same: Same): boolean {
  return (
    eachSame(a.clause.sections, b.clause.sections, same) &&
    eachSame(a.clause.beside ?? [], b.clause.beside ?? [], same) &&
    [a, b].every(({ sentence }) => printedReferences(sentence.text).next().done === true) &&
    samePointed(a, b, same) &&
    sameInside(a, b, same)
  )
}

const eachSame = (ones: readonly string[], others: readonly string[], same: Same): boolean =>
  ones.length === others.length && ones.every((one, at) => isAlike(one, others[at] as string, same))

const isAlike = (one: string, other: string, same: Same): boolean => fold(one) === fold(other) || same(one, other)

/** What a sentence that points back points to stands before it in its clause, where that begins with one that does not. */
function samePointed(a: Placed, b: Placed, same: Same): boolean {
  if (!pointsBack(a.sentence.text, a.clause.lang) && !pointsBack(b.sentence.text, b.clause.lang)) return true
  const [one, other] = [a, b].map(({ clause, sentence }) => clause.text.slice(0, sentence.from).trim()) as [string, string]
  const first = partsOf(one, a.clause.lang)[0]
  return one !== '' && isAlike(one, other, same) && first !== undefined && !pointsBack(first.text, a.clause.lang)
}

/** What a clause says for a row of its table or an item of a list within it, and what behind a sentence points back to it: "Dit geldt niet voor …". */
function sameInside(a: Placed, b: Placed, same: Same): boolean {
  const [one, other] = [a, b].map(({ clause, sentence }) => {
    const { text, kind, lang } = clause
    const head = kind === 'table' && sentence.from > 0 ? (text.split('\n')[0] ?? '') : leadWithin(text, sentence.from)
    const behind = text.slice(sentence.from + sentence.text.length).trim()
    const next = partsOf(behind, lang)[0]?.text ?? ''
    return { head, amended: pointsBack(next, lang) ? behind : '' }
  }) as [Inside, Inside]
  return isAlike(one.head, other.head, same) && isAlike(one.amended, other.amended, same)
}
interface Inside {
  readonly head: string
  readonly amended: string
}

const isPointing = startsWithOneOf('pointing')
const points = oneOf('this', 'foregoing', 'near', 'pointing')
const stands = oneOf('he', 'unstressed', 'it', 'his', 'him', 'that')
const isArticle = oneOf('the')
const isThen = oneOf('thereupon')
const isCase = oneOf('if', 'when', 'once')
/** Whether a "then" behind these words points to what stands before the sentence: it is no "meer dan", and no case was named. */
const pointsFrom = (before: readonly string[], lang: Language): boolean =>
  !/(?:er|anders|andere|than)$/.test(before.at(-1) ?? '') && !before.some((word) => isCase(word, { lang }))
const isVerb = oneOf('may', 'is', 'has', 'need', 'not')

/** Whether a sentence may speak of what stands before it: "hiervan", "deze", "bovenstaande", or a pronoun that it begins with. */
export function pointsBack(text: string, lang: Language): boolean {
  const words = wordsOf(text)
  const [first, second] = words
  return (
    words.some((word) => points(word, { lang }) || isPointing(word, { lang })) ||
    stands(first, { lang }) ||
    words.some((word, at) => isThen(word, { lang }) && pointsFrom(words.slice(0, at), lang)) ||
    // "Het moet", beside "het bestuur".
    (isArticle(first, { lang }) && isVerb(second, { lang }))
  )
}
