import { phrasesOf, wordsOfAll, wordsOfFacts } from '../../language/index.js'
import type { Approval } from '../../model/index.js'
import { findDate } from '../dates.js'
import { leadsToOther } from './asides.js'
import { BODY_WORDS, KIND, NOT_YET, namesDocument, OUTCOME_BEFORE, RIGHT_WORDS, TO_COME } from './vocabulary.js'

/**
 * Decisions told in whatever order: each part of a sentence with one day, one body and the words of one right. "De MR stemde op 3 mei in, waarna
 * het bestuur op 4 juni dit protocol vaststelde."
 */

/** A decision, and whether nothing else is said beside it. */
export interface ToldDecision {
  readonly approval: Approval
  readonly isAll: boolean
}

// Three days have two places each between them at which a sentence may fall apart.
const MOST_DAYS = 4
const LONGEST = 300

/** The decisions of a sentence in which nothing else is said; none of any other. */
export function onlyDecisions(sentence: string): readonly Approval[] {
  const told = decisionsByPart(sentence) ?? []
  return told.every(({ isAll }) => isAll) ? told.map(({ approval }) => approval) : []
}

/** The decision of each day that a sentence names; undefined where a day has none. */
export function decisionsByPart(sentence: string): readonly ToldDecision[] | undefined {
  if (sentence.length > LONGEST || !/\d{2}/.test(sentence) || !isRight(sentence)) return undefined
  const told: ToldDecision[] = []
  let rest = sentence
  for (let day = findDate(rest); day; day = findDate(rest)) {
    if (told.length === MOST_DAYS) return undefined
    const behind = rest.indexOf(day.words) + day.words.length
    const next = findDate(rest.slice(behind))
    const ends = next ? placesBetween(rest, behind, behind + rest.slice(behind).indexOf(next.words)) : [rest.length]
    const found = ends.map((end) => ({ end, part: readPart(rest.slice(0, end), day) })).find(({ part }) => part !== undefined)
    if (found?.part === undefined) return undefined
    told.push(found.part)
    rest = rest.slice(found.end)
  }
  return told.length === 0 ? undefined : told
}

const JOINT = new RegExp(
  `[,;.|]\\s|\\s(?:${wordsOfAll('and')}|${phrasesOf('afterRight')}|${phrasesOf('betweenDecisions')})\\s`,
  'giu',
)

/** Where a sentence may fall apart between two days. */
const placesBetween = (text: string, from: number, to: number): readonly number[] =>
  [...text.slice(from, to).matchAll(JOINT)].map(({ index }) => from + index)

function readPart(part: string, day: { readonly date: string; readonly words: string }): ToldDecision | undefined {
  const plain = part.replace(day.words, ' ¶ ')
  if (leadsToOther(part.slice(0, part.indexOf(day.words)))) return undefined
  if (/\d{4}/.test(plain) || NOT_YET.test(plain) || TWO_SENTENCES.test(plain)) return undefined
  const bodies = bodiesIn(plain)
  const [body] = bodies
  if (body === undefined || bodies.length > 1) return undefined
  const others = plain.replace(body.words, ' ')
  const words = others.match(WORD) ?? []
  if ([...plain.matchAll(WORD)].some(({ 0: word, index }) => isRight(word) && TO_COME.test(plain.slice(0, index))))
    return undefined
  const rights = new Set(words.flatMap((word) => RIGHT_WORDS.find((right) => right.words.test(word))?.right ?? []))
  const [right] = rights
  if (right === undefined || rights.size > 1) return undefined
  const rest = words.filter((word) => !RIGHT_WORDS.some((each) => each.words.test(word)) && !BESIDE.test(word) && !isItself(word))
  const outcome = OUTCOME_BEFORE.find((each) => words.some((word) => each.words.test(word)))?.decision
  const approval: Approval = { date: day.date, body: body.name, right, ...(outcome === undefined ? {} : { decision: outcome }) }
  return { approval, isAll: rest.length === 0 }
}

const TWO_SENTENCES = /\p{Ll}{2}[.?!]\s+\p{Lu}/u
const WORD = /\p{L}[\p{L}.'’-]*/gu
/** What may stand beside a decision and says no more. */
const BESIDE = new RegExp(
  `^(?:${phrasesOf('besideDecision')}|${wordsOfAll('the', 'this', 'be', 'has', 'of', 'and', 'from')})\\.?$`,
  'iu',
)
const isItself = (word: string): boolean => KIND.test(word) || namesDocument(word)
const isRight = (word: string): boolean => RIGHT_WORDS.some(({ words }) => words.test(word))

const ARTICLE = new RegExp(`^(?:${wordsOfAll('the')}|${phrasesOf('opensSubject')})$`, 'iu')
const OF = new RegExp(`^(?:${wordsOfAll('of')})$`, 'iu')
const HEAD = new RegExp(`(?:${wordsOfFacts('heads')}|\\p{L}{4}ing)$`, 'iu')
const MEETING = new RegExp(`(?:${phrasesOf('meetings')}|${phrasesOf('meetingEnds')})$`, 'iu')
/** "GMR", "CvB": letters by which a body is known. */
const LETTERS = /^\p{Lu}\p{L}?\p{Lu}\p{Lu}?$/u
// "gemeenschappelijke", "Joint Consultative": words of a name in front of the one for a body.
const MOST_IN_FRONT = 4

interface Body {
  readonly name: string
  readonly words: string
}

interface Span {
  from: number
  to: number
}

/** Who a text names by a word for a body, or by letters: each with what belongs to its name. */
function bodiesIn(text: string): readonly Body[] {
  const words = text.split(/(\s+)/).filter((_, i) => i % 2 === 0)
  const bare = words.map((word) => word.replace(/^[("“]+|[,;:.)"”]+$/gu, ''))
  const ends = words.map((word) => /[,;:.)]$/.test(word))
  const spans: Span[] = []
  for (const [i, word] of bare.entries()) {
    if (word === '' || !isBodyWord(bare, i)) continue
    const last = spans.at(-1)
    const from = frontOf(bare, ends, i)
    // "raad van bestuur", "personeelsgeleding van de MR", "Curriculum Committee" behind "Full Governing"
    if (last && (from <= last.to || isJoined(bare, ends, last.to, from))) last.to = i
    else spans.push({ from, to: i })
  }
  const named = spans.map(({ from, to }) => ({ from, to: behindOf(bare, ends, to) }))
  const bodies = named.filter(({ to }) => named.length === 1 || !MEETING.test(bare[to] ?? ''))
  return bodies.map(({ from, to }) => ({
    name: bare.slice(from, to + 1).join(' '),
    words: words.slice(from, to + 1).join(' '),
  }))
}

/** "bevoegd gezag" and "governing body" are two words. */
const isBodyWord = (words: readonly string[], i: number): boolean =>
  isBody(words[i] ?? '') || (i > 0 && isBody(`${words[i - 1]} ${words[i]}`))
const isBody = (word: string): boolean => LETTERS.test(word) || word.replace(BODY_WORDS, '') === ''

/** The first word of a name of which one is the word for a body. */
function frontOf(words: readonly string[], ends: readonly boolean[], at: number): number {
  let from = at
  while (from > 0 && at - from < MOST_IN_FRONT) {
    const word = words[from - 1] ?? ''
    const isName = /^\p{Lu}/u.test(word) && from > 1
    if (word === '' || ends[from - 1] || ARTICLE.test(word) || OF.test(word)) break
    if (isRight(word) ? !(isName && BEFORE_NAME.test(word)) : !isName && (BESIDE.test(word) || isItself(word))) break
    from -= 1
  }
  // "personeelsgeleding van de MR"
  const before = ARTICLE.test(words[from - 1] ?? '') ? from - 1 : from
  const isOfHead = OF.test(words[before - 1] ?? '') && HEAD.test(words[before - 2] ?? '') && !isRight(words[before - 2] ?? '')
  return isOfHead && !MEETING.test(words[before - 2] ?? '') ? before - 2 : from
}
/** "Joint Consultative Committee" consults by its name. */
const BEFORE_NAME = /(?:ve|ry|al)$/u

const isJoined = (words: readonly string[], ends: readonly boolean[], to: number, from: number): boolean => {
  const between = words.slice(to + 1, from)
  return (
    !ends[to] &&
    HEAD.test(words[to] ?? '') &&
    !MEETING.test(words[to] ?? '') &&
    OF.test(between[0] ?? '') &&
    between.slice(1).every((word) => ARTICLE.test(word))
  )
}

/** "raad van toezicht", "college van burgemeester en wethouders": what a name goes on with. */
function behindOf(words: readonly string[], ends: readonly boolean[], to: number): number {
  const [of = '', name = ''] = words.slice(to + 1)
  const goesOn = !ends[to] && HEAD.test(words[to] ?? '') && OF.test(of) && /^\p{L}{3}/u.test(name) && !ARTICLE.test(name)
  return goesOn ? to + 2 : to
}
