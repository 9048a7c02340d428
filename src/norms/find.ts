import { isVerbSecond, numeralsOf, remembered, sentencesOf } from '../language/index.js'
import type { Language } from '../model/index.js'
import { clausesOf } from './clauses.js'
import { type Lexicon, lexiconOf, type WordClass } from './lexicon.js'
import type { Clause, Stretch } from './parts.js'
import type { NormRule } from './reading.js'
import { RULES } from './rules.js'
import type { Modality, Stance } from './stance.js'
import { isModal } from './verbs.js'
import { type View, viewOf } from './view.js'
import { isMark, type Word, wordsIn } from './words.js'

/**
 * The norms of a text in reading order; empty when the text only states. `lead` is the words a list item completes
 * ("It is not allowed to:"): an item without a norm of its own is read together with them.
 */
export function stancesOf(text: string, lang: Language, lead?: string): readonly Stance[] {
  const sentences = sentencesOf(text, lang).map((sentence) => ({ ...sentence, found: readLately(sentence.text, lang) }))
  const own = sentences.flatMap(({ from, found: { stances } }) =>
    stances.map((stance) => ({ ...stance, from: stance.from + from, to: stance.to + from })),
  )
  if (lead === undefined || !/:\s*$/.test(lead)) return own
  // Below "overwegende:" and "in this policy:" stands why, and what words mean.
  if (wordsIn(lead, lang).some(({ is }) => is.has('recital') || is.has('defining'))) return []
  const weak = (sentences[0]?.found.weak ?? true) || (sentences[0]?.found.completes === true && isNorm(lead, lang))
  if (own.some((stance) => stance.from < text.length / 2) && !weak) return narrowedBy(lead, text, lang, own)
  const inherited = completed(lead, text, lang)
  return inherited ? [inherited, ...own.slice(weak && own.length > 0 ? 1 : 0)] : own
}

/** The clause's main modality: that of its first norm, `statement` without one. */
export const modalityOf = (text: string, lang: Language, lead?: string): Modality =>
  stancesOf(text, lang, lead)[0]?.modality ?? 'statement'

/** The rule that decides a sentence; for the tests of the rules. */
export function ruleFor(text: string, lang: Language): NormRule | undefined {
  const lexicon = lexiconOf(lang)
  return clausesOf(wordsIn(text, lang), lexicon).flatMap((clause) => decided(clause, lexicon)?.rule ?? [])[0]
}

/** What an item allows, narrowed by a lead-in that is a condition: "With the consent of the owner:". */
function narrowedBy(lead: string, item: string, lang: Language, own: readonly Stance[]): readonly Stance[] {
  const [first, ...rest] = own
  if (first?.modality !== 'permission') return own
  const both = completed(lead, item, lang)
  return both?.modality === 'conditional-permission' && !isNorm(lead, lang)
    ? [{ ...first, modality: 'conditional-permission', condition: lead.replace(/\s*:\s*$/, '') }, ...rest]
    : own
}

/** A lead-in with the item that completes it, read as one sentence: the item says what is forbidden or asked, or when. */
function completed(lead: string, item: string, lang: Language): Stance | undefined {
  const last = sentencesOf(lead, lang).at(-1)?.text ?? lead
  const head = last.replace(/:\s*$/, '')
  const found = inSentence(`${head} ${item}`, lang).stances[0] ?? inSentence(head, lang).stances[0]
  if (!found) return undefined
  const condition = item.replace(/[.;,]$/, '')
  const opened = stretchOpen(head, lang)
  return {
    ...found,
    from: 0,
    to: 0,
    ...(opened === 'condition' ? { condition } : opened === 'exception' ? { exception: condition, condition } : {}),
  }
}

/** Whether a lead-in makes a norm by itself, whatever completes it. */
const isNorm = (lead: string, lang: Language): boolean =>
  inSentence((sentencesOf(lead, lang).at(-1)?.text ?? lead).replace(/:\s*$/, ''), lang).stances.length > 0

/** What the last words of a lead-in open: "… mits:", "…, tenzij:". */
function stretchOpen(head: string, lang: Language): 'condition' | 'exception' | undefined {
  const last = wordsIn(head, lang).slice(-4).reverse()
  for (const { is } of last) {
    if (is.has('exception')) return 'exception'
    if (is.has('condition')) return 'condition'
  }
  return undefined
}

function decided(clause: Clause, lexicon: Lexicon) {
  const view = viewOf(clause, lexicon)
  for (const rule of RULES) {
    const reading = rule.read(view)
    if (reading) return { rule, reading, view }
  }
  return undefined
}

/** A word or two before a colon, and what begins with a small letter behind it. */
const DEFINITION = /^\p{Lu}[\p{L}-]+(?: [\p{L}-]+)?: \p{Ll}/u

/** Sentences that are remembered: the two texts of a changed clause have most of theirs in common. */
const LATELY = 64
const readLately = remembered(inSentence, LATELY)

interface SentenceNorms {
  readonly stances: readonly Stance[]
  /** No norm of it but such as show in its form alone. */
  readonly weak: boolean
  /** Its first norm may be the end of a lead-in. */
  readonly completes: boolean
}

function inSentence(sentence: string, lang: Language): SentenceNorms {
  const lexicon = lexiconOf(lang)
  let weak = true
  let completes: boolean | undefined
  const all = wordsIn(sentence, lang)
  // What is asked in a question is answered elsewhere.
  if (/\?["'”’)]*\s*$/.test(sentence)) return { stances: [], weak, completes: false }
  // What stands behind "means that" or "decides whether" is what is meant or decided, and asked of nobody.
  const says = all.findIndex((word, at) => word.is.has('says') || decidesWhether(all, at))
  if (says >= 0 && !all.some((word) => isModal(word) && word.from < (all[says] as Word).from))
    return { stances: [], weak, completes: false }
  // "Camerabeelden: alle opnamen die …" tells what a word means.
  const defines = DEFINITION.test(sentence)
  const found = stretchesOf(all)
    .flatMap((words) => clausesOf(words, lexicon))
    .flatMap((clause): Stance[] => {
      const { reading, view, rule } = decided(clause, lexicon) ?? {}
      if (!reading || !view || reading.modality === 'statement' || (defines && rule?.weak)) return []
      if (!rule?.weak) weak = false
      completes ??= rule?.completes ?? false
      const cue = [...reading.cue].sort((a, b) => a.from - b.from)
      const [from, to] = [cue[0]?.from ?? 0, cue.at(-1)?.to ?? 0]
      const words = (stretch: Stretch | undefined): string | undefined =>
        stretch && sentence.slice(stretch.from, stretch.to).replace(/[\s,;]+$/, '')
      const [condition, exception] = [words(clause.condition), words(clause.exception)]
      const who = addresseeOf(view, cue)
      return [
        {
          modality: reading.modality,
          cue: sentence.slice(from, to),
          ...(rule?.weak ? { plain: true } : {}),
          from,
          to,
          ...(who ? { addressee: sentence.slice(who.from, who.to) } : {}),
          ...((condition ?? exception) === undefined ? {} : { condition: (exception ?? condition) as string }),
          ...(exception === undefined ? {} : { exception }),
        },
      ]
    })
  // What is allowed, "but" not so or so, is allowed under a condition.
  const [first, second] = found
  const butNot = all.some((word, at) => word.is.has('but') && opensLimit(all[at + 1]) && all[at - 1]?.key === ',')
  const but = all.some((word, at) => word.is.has('but') && all[at - 1]?.key === ',' && word.from > (first?.to ?? 0))
  const narrowed =
    first?.modality === 'permission' &&
    (second?.modality === 'prohibition' ||
      (second?.modality === 'conditional-permission' && butNot) ||
      (second?.modality === 'obligation' && but) ||
      (second === undefined && butNot))
  return {
    stances: narrowed ? [{ ...first, modality: 'conditional-permission' }, ...found.slice(1)] : found,
    weak,
    completes: completes ?? false,
  }
}

/** What behind "but" narrows what is allowed: "but not here", "but only on Sundays". */
const opensLimit = (word: Word | undefined): boolean => (word?.is.has('negation') || word?.is.has('only')) ?? false

/** Words between who decides and whether: "dan beslist de directeur van de vestiging of". */
const TO_WHETHER = 6
/** Whether somebody decides there "whether" something is to be: "dan beslist de directeur of een leerling naar huis moet". */
function decidesWhether(all: readonly Word[], at: number): boolean {
  if (!all[at]?.is.has('decides') || all[at]?.is.has('decision')) return false
  const near = all.slice(at + 1, at + 1 + TO_WHETHER)
  const whether = near.findIndex(({ key }) => key === 'of' || key === 'whether')
  return whether > 0 && !near.slice(0, whether).some(isMark) && all.slice(at + 1 + whether).some(isModal)
}

/** Whoever a text names as acting, wherever it stands first; also where it only states: "Daarover beslist de directeur." */
export function actorIn(text: string, lang: Language): string | undefined {
  const found = wordsIn(text, lang).find(({ is }) => is.has('actor'))
  return found && text.slice(found.from, found.to)
}

/**
 * Where a text says that something is to be done without any delay: UTF-16 offsets. "Direct contact" is near, "niet meteen" brooks delay, and
 * "two laptops at once" counts.
 */
export const atOnceIn = (text: string, lang: Language): readonly { readonly from: number; readonly to: number }[] =>
  wordsIn(text, lang).filter(
    (word, at, words) =>
      word.is.has('atOnce') &&
      !word.is.has('near') &&
      !words[at - 1]?.is.has('negation') &&
      !(word.key === 'at' && counts(words.slice(Math.max(0, at - COUNTED), at), lang)),
  )

/** Words between what stands before a place or a person and its name: "in the locked filing cupboard". */
const TO_NAME = 4

/** What a word before it leads to: the first word of a kind, with only words that describe it in between. */
function ledTo(words: readonly Word[], at: number, isIt: (word: Word) => boolean): Word | undefined {
  for (const word of words.slice(at + 1, at + 1 + TO_NAME)) {
    if (isIt(word)) return word
    if (isMark(word) || word.is.has('and') || word.is.has('at') || word.is.has('toward') || word.is.has('by')) return undefined
  }
  return undefined
}

/** Where a text says that something is, lies or is done: UTF-16 offsets of the words for each place. */
export function placesIn(text: string, lang: Language): readonly { readonly from: number; readonly to: number }[] {
  const lexicon = lexiconOf(lang)
  const words = wordsIn(text, lang)
  const isPlace = ({ key, is }: Word): boolean =>
    is.has('place') ||
    (!is.has('actor') && lexicon.placeEndings.some((ending) => key.length > ending.length + 1 && key.endsWith(ending)))
  return words.flatMap((word, at) => (word.is.has('at') ? (ledTo(words, at, isPlace) ?? []) : []))
}

/** To whom a text says that something is brought or told, somebody in particular who works there. */
export function recipientIn(text: string, lang: Language): string | undefined {
  const words = wordsIn(text, lang)
  const found = words.flatMap((word, at) =>
    word.is.has('toward')
      ? (ledTo(words, at, ({ is }) => is.has('actor') && !is.has('anybody') && !is.has('document') && !is.has('served')) ?? [])
      : [],
  )
  const [one] = found
  return one && text.slice(one.from, one.to)
}

/** Words between how many there are and "at once": "two adult visitors at once". */
const COUNTED = 4

/** Whether words tell how many of something there are: "two laptops", "several people"; "the two reports" are known already. */
const counts = (words: readonly Word[], lang: Language): boolean =>
  words.some(
    ({ key }, at) =>
      (numeralsOf(lang).has(key) || /^(?:\d+|several|many|multiple)$/.test(key)) &&
      !words[at - 1]?.is.has('determiner') &&
      !words.slice(at).some(isMark),
  )

/** Whether a word that names who acts names nobody in particular: "iedereen", "we", "de school". */
export const isAnybody = (word: string, lang: Language): boolean =>
  wordsIn(word, lang).some(({ is }) => is.has('anybody') || is.has('document'))

/** Whether a word begins a name of something: "een", "onze", "the". */
export const isDeterminer = (word: string, lang: Language): boolean => wordsIn(word, lang).some(({ is }) => is.has('determiner'))

/** Whether a word is what a policy calls itself: "protocol", "this code". */
export const isDocument = (word: string, lang: Language): boolean => wordsIn(word, lang).some(({ is }) => is.has('document'))

/** Whether a word names those an organisation works for, and not who works there: "ouders", "the tenant". */
export const isServed = (word: string, lang: Language): boolean => wordsIn(word, lang).some(({ is }) => is.has('served'))

/** Whether a word says that somebody gets something. */
export const isReceiving = (words: string, lang: Language): boolean => wordsIn(words, lang).some(({ is }) => is.has('receiving'))

/** Whether the words of a norm say that something need not be: "hoeft niet", "is not required". */
export const isUnneeded = (cue: string, lang: Language): boolean =>
  wordsIn(cue, lang).some(({ is }) => is.has('need') || is.has('unneeded') || is.has('required'))

const OF_SENTENCES: readonly WordClass[] = [
  ...(['must', 'may', 'can', 'will', 'need', 'ought', 'copula', 'passive', 'state', 'happens'] as const),
  ...(['condition', 'exception', 'aside', 'but', 'unnamed'] as const),
]

/** Whether a word makes a sentence of what stands around it: a modal verb, an auxiliary, "geldt", "krijgt", "die", "nadat", "erbij". */
export const makesSentence = (word: string, lang: Language): boolean =>
  wordsIn(word, lang).some(({ key, is }) => OF_SENTENCES.some((of) => is.has(of)) || (isVerbSecond({ lang }) && FINITE.test(key)))

/** A Dutch ending that only a finite verb has: "publiceert". */
const FINITE = /.{2}eert$/

/** Words read in one go. No sentence of a policy is as long; a text without stops is read in pieces, so that time grows with its length. */
const LONGEST = 250

const stretchesOf = (words: readonly Word[]): readonly (readonly Word[])[] =>
  Array.from({ length: Math.ceil(words.length / LONGEST) }, (_, at) => words.slice(at * LONGEST, (at + 1) * LONGEST))

/**
 * Whom a norm addresses: the last one named before its words, else the first after. A subject of which it is not known that it is somebody makes a
 * norm all the same and is nobody's name: "de medicijnen liggen achter slot".
 */
function addresseeOf({ main }: View, cue: readonly Word[]): Word | undefined {
  const actors = main.filter(({ is }) => is.has('actor'))
  const at = cue[0]?.from ?? 0
  return actors.filter(({ from }) => from <= at).at(-1) ?? actors[0]
}
