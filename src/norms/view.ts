import { isFunctionWord, isLightWord } from '../language/index.js'
import type { Lexicon, WordClass } from './lexicon.js'
import type { Clause, Stretch } from './parts.js'
import { looksFinite } from './verbs.js'
import type { Word } from './words.js'

/** What the rules ask of a clause. */
export interface View {
  readonly lexicon: Lexicon
  readonly main: readonly Word[]
  readonly all: readonly Word[]
  readonly condition?: Stretch
  readonly narrowed: boolean
  readonly exception?: Stretch
  /** The word that denies the main part, and the one that leaves all else out. */
  readonly negation?: Word
  readonly only?: Word
  /** The first word of a class in the main part, or anywhere in the clause. */
  first(of: WordClass): Word | undefined
  anywhere(of: WordClass): Word | undefined
  /** The finite verb of a sentence in the plain present, and whom it names as acting. */
  readonly verb?: Word
  readonly actor?: Word
  /** It speaks of the policy itself. */
  readonly ofDocument: boolean
}

/** Words between an actor and its verb: "de ouders van de leerling melden". */
const NEAR = 6
/** Words of the part of a sentence before its verb in which the policy names itself. */
const SUBJECT = 4

export function viewOf({ main, all, condition, exception, narrowed }: Clause, lexicon: Lexicon): View {
  const first = (of: WordClass): Word | undefined => main.find(({ is }) => is.has(of))
  const anywhere = (of: WordClass): Word | undefined => all.find(({ is }) => is.has(of))
  const verbs = main
    .flatMap((word, at) => (isVerb(word, at, main, lexicon, condition?.fronted ?? follows(all, main)) ? [at] : []))
    .filter((at, n, found) => !(found[n + 1] === at + 1 && isPlural(main, at)))
    .filter((at) => lexicon.verbSecond || !isBehindCopula(main, at))
  const acts = (at: number): boolean => main[at]?.is.has('actor') ?? false
  // Behind something else that stands first, the verb comes before whoever acts.
  const inverted = lexicon.verbSecond
    ? verbs.find(
        (at, n) =>
          (n === 0 || !main[at]?.is.has('determiner')) &&
          (acts(at + 1) || (main[at + 1]?.is.has('determiner') && (acts(at + 2) || acts(at + 3)))),
      )
    : undefined
  const verbAt =
    inverted !== undefined && !main.slice(0, verbs[0]).some(({ is }) => is.has('actor')) ? inverted : (verbs[0] ?? -1)
  const verb = main[verbAt]
  const actor = main.find(
    (word, at) =>
      word.is.has('actor') &&
      !isBeside(main, at) &&
      (verbAt < 0 || (at < verbAt ? verbAt - at <= NEAR + SUBJECT : at - verbAt <= NEAR)),
  )
  const agent = actor ?? (all[0] && /^(?:wie|whoever)$/.test(all[0].key) ? all[0] : undefined) ?? agentOf(main, verbAt, lexicon)
  const [negation, only] = [
    main.find((word, at) => word.is.has('negation') && !contrasts(all, word, at, verbAt, main)),
    first('only'),
  ]
  return {
    lexicon,
    main,
    all,
    narrowed,
    ...(condition ? { condition } : {}),
    ...(exception ? { exception } : {}),
    ...(negation ? { negation } : {}),
    ...(only ? { only } : {}),
    first,
    anywhere,
    ...(verb ? { verb } : {}),
    ...(agent ? { actor: agent } : {}),
    ofDocument: main.slice(0, verbAt < 0 ? SUBJECT : Math.min(verbAt, SUBJECT)).some(({ is }) => is.has('document')),
  }
}

/** Whether a word stands behind a preposition: "op de afdeling", "van de ouders" name nobody who acts. */
function isBeside(main: readonly Word[], at: number): boolean {
  let before = at - 1
  while (before > 0 && at - before < SUBJECT && main[before]?.is.has('determiner')) before--
  const word = main[before]
  const is = word?.is
  return (is?.has('at') || is?.has('of') || is?.has('concerning') || is?.has('toward') || word?.key === 'als') ?? false
}

/** Whether something that is no main part stands first: "Wie te laat komt, meldt zich", "Voordat hij beslist, hoort hij de ouders." */
const follows = ([first]: readonly Word[], main: readonly Word[]): boolean => first !== undefined && first !== main[0]

/** Whether a negation only sets something apart behind what is asked: "in de kantine, niet in de lokalen", "in confidence and not discussed". */
function contrasts(all: readonly Word[], negation: Word, at: number, verbAt: number, main: readonly Word[]): boolean {
  const before = all[all.indexOf(negation) - 1]
  if (before === undefined || at === 0) return false
  const apart =
    before.key === ',' ||
    before.is.has('and') ||
    (before.is.has('copula') && (all[all.indexOf(before) - 1]?.is.has('and') ?? false))
  const asks = main
    .slice(0, at)
    .some(({ is }, n) => n === verbAt || is.has('order') || is.has('copula') || is.has('may') || is.has('must') || is.has('can'))
  return apart && asks
}

/** Whether an English sentence has its verb already: "the first point of contact" is no contacting. */
function isBehindCopula(main: readonly Word[], at: number): boolean {
  const copula = main.findIndex(({ key }) => /^(?:is|are|was|were)$/.test(key))
  return copula >= 0 && copula < at && !main.slice(copula, at).some(({ is }) => is.has('and'))
}

/**
 * What stands as the subject before a verb, or behind one that something else stands before, and is no name of a person we know: "De redactie
 * overlegt", "vergoedt de lener de prijs". A Dutch neuter is hardly ever somebody: "het systeem registreert".
 */
function agentOf(main: readonly Word[], verbAt: number, { verbSecond }: Lexicon): Word | undefined {
  const [first, noun] = main
  const [article, person, object] = main.slice(verbAt + 1)
  if (verbAt >= 0 && !isHow(main[verbAt]) && article?.is.has('determiner') && isPerson(person) && object?.is.has('determiner'))
    return person
  if (first?.key === 'het') return undefined
  if (verbAt < 2 || verbAt > NEAR || !first?.is.has('determiner') || !noun || noun.is.has('document')) return undefined
  if (isHow(main[verbAt])) return undefined
  const end = main.findIndex((word, at) => at > 0 && at < verbAt && (word.is.has('of') || PREPOSITION.test(word.key)))
  const head = main[(end < 0 ? verbAt : end) - 1]
  return head && isThing(head, verbSecond) ? undefined : noun
}

/** Whether a noun by its ending names no person and no body: "een mening", "de meeste boten", "these machines". */
const isThing = ({ key, is }: Word, verbSecond: boolean): boolean =>
  !is.has('actor') && (verbSecond ? DUTCH_THING : ENGLISH_THING).test(key)
const DUTCH_THING = /(?:ing|heid|teit|isme|age|ment|nis|[^r]en)$/
const ENGLISH_THING = /(?:ing|ment|age|ness|ity|ion|[ae]nce|ship|ism|[^sr]s)$/

const isHow = (verb: Word | undefined): boolean => (verb?.is.has('state') || verb?.is.has('copula')) ?? false
/** Whether a Dutch word that nothing is known of ends as names of those who do something end: "lener". */
const isPerson = (word: Word | undefined): boolean => word?.is.size === 0 && /^\p{Ll}{2,}ers?$/u.test(word.key)

/** Whether a Dutch word before "je" or "wij" can only be its verb: "laptops laad je thuis". */
const isBefore = (word: Word): boolean =>
  word.is.size === 0 && /^\p{Ll}{3,}$/u.test(word.key) && !isFunctionWord(word.key) && !isLightWord(word.key)

/** Whether what looks like a Dutch verb is a noun with its article before the verb: "de meeste ongelukken gebeuren". */
const isPlural = (main: readonly Word[], at: number): boolean =>
  /en$/.test(main[at]?.key ?? '') && main.slice(Math.max(0, at - 2), at).some(({ is }) => is.has('determiner'))

const PREPOSITION = /^(?:met|zonder|van|voor|over|bij|tot|door|onder|tegen|tussen|naar|via)$/

/** Where a finite verb may stand: not first, where an imperative stands. */
function isVerb(word: Word, at: number, main: readonly Word[], lexicon: Lexicon, fronted: boolean): boolean {
  const before = main[at - 1]
  if (at === 0 && fronted && lexicon.verbSecond) return looksFinite(word)
  if (
    before === undefined ||
    (word.capital && at > 0) ||
    before.is.has('to') ||
    word.is.has('noVerb') ||
    /tien$/.test(word.key) ||
    (word.is.has('determiner') && !word.is.has('state')) ||
    (before.is.has('determiner') && !before.is.has('actor'))
  )
    return false
  // "Een mening zonder argumenten": behind a preposition stands a plural and no verb.
  if (lexicon.verbSecond && /en$/.test(word.key) && PREPOSITION.test(before.key)) return false
  if (lexicon.verbSecond)
    return (
      looksFinite(word) || (/^(?:je|jij|u|we|wij)$/.test(main[at + 1]?.key ?? '') && (word.is.has('order') || isBefore(word)))
    )
  if (word.is.has('state') || word.is.has('happens') || word.is.has('order') || word.is.has('third') || word.is.has('copula'))
    return true
  if (before.is.has('actor'))
    return (
      /^[a-z]{3,}$/.test(word.key) &&
      !word.is.has('and') &&
      !word.is.has('with') &&
      !word.is.has('actor') &&
      !/ing$/.test(word.key)
    )
  return before.is.size === 0 && /^[a-z]{3,}[^s]s$/.test(word.key) && at > 1 && !word.is.has('actor')
}
