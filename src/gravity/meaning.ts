import { misspelt, spelledOtherwise, type Token, type TokenEdit, type Tokenised } from '../compare/index.js'
import { type Meaning, meaningsOf, stem } from '../language/index.js'
import { type Stance, stancesOf } from '../norms/index.js'
import { isRelative } from '../rewording/index.js'
import { boundsOf, lastsOf } from './bounds.js'
import { isWeighty } from './carried.js'
import {
  type Change,
  examples,
  type Finder,
  type Imbalance,
  listed,
  type Mention,
  perEdit,
  type ReasonRule,
  unbalanced,
} from './change.js'
import { actors, changedPlaces, efforts, exchanged, parties, roles, sameRow } from './exchange.js'
import { opposedWays, portionsOf } from './opposed.js'
import { opposites } from './prefixed.js'
import type { Reason } from './reasons.js'
import { timesOf } from './times.js'
import { reachesElsewhere } from './turned.js'

/** A small word matters when another takes its place. */
const swapped = ({ old, next }: Imbalance): boolean => old.length === 0 || next.length === 0

export const meaningRules: readonly ReasonRule[] = [
  {
    kind: 'norm',
    limits: 'Sees modal verbs and the forms the norm grammar knows; a duty in the plain present tense is told from no statement.',
    examples: examples(
      'nl | De leerling mag bellen in de aula. | De leerling moet bellen in de aula. | mag → moet',
      'nl | De leerling moet zich melden. | De leerling dient zich te melden.',
      'en | Staff should report incidents. | Staff must report incidents. | should → must',
      'en | Staff must report all incidents. | Staff must report all accidents.',
      'nl | De raad kan een voorstel weigeren dat te laat is. | De raad weigert een voorstel dat te laat is. | kan →',
      'nl | De gast heeft recht op korting. | De gast kan in aanmerking komen voor korting. | recht op → in aanmerking komen voor',
    ),
    find: (change) => {
      const excuse = (imbalance: Imbalance) => misspelt(imbalance.edit) || isNormOtherwise(imbalance, change)
      const modals = perEdit(change, 'norm', listed('modals', change.lang), excuse)
      return [...(modals.length > 0 ? modals : stanceReasons(change)), ...opposedWays(change, 'norm')]
    },
  },
  {
    kind: 'negation',
    limits:
      'Sees words and prefixes that deny, not verbs such as "weigeren"; "geen … " that became "niet een …" far apart counts.',
    examples: examples(
      'nl | Leerlingen mogen bellen. | Leerlingen mogen niet bellen. | → niet',
      'nl | Dit geldt voor onbevoegde docenten. | Dit geldt voor bevoegde docenten. | onbevoegde → bevoegde',
      'nl | Er is geen pauze. | Er is nooit pauze.',
      'en | Binding advice is given. | Non-binding advice is given. | → Non',
      'en | Guests may not enter. | Guests may enter. | not →',
      "en | Guests don't sign in. | Guests sign in. | don't →",
    ),
    find: (change) => [
      ...perEdit(change, 'negation', listed('negation', change.lang), ({ edit }) => misspelt(edit)),
      ...opposites(change),
      ...reachesElsewhere(change).filter(({ kind }) => kind === 'negation'),
    ],
  },
  {
    kind: 'opposite',
    limits: 'Rows of words that exclude each other, where one takes the place of another; opposites by prefix are negations.',
    examples: examples(
      'nl | Melden kan vóór de les. | Melden kan na de les. | vóór → na',
      'nl | De termijn is ten minste een week. | De termijn is ten hoogste een week. | minste → hoogste',
      'nl | Melden kan vooraf. | Melden kan van tevoren.',
      'en | Players over 16 pay. | Players under 16 pay. | over → under',
      'en | The claim is accepted. | The claim is rejected. | accepted → rejected',
      'en | It ends in May or June, whichever is the sooner. | It ends in May or June, whichever is the later. | sooner → later',
      'nl | De hal is open tot en met maandag. | De hal is open tot maandag. | tot en met → tot',
      'nl | Hij levert het voor vrijdag in. | Hij levert het vrijdag in. | voor →',
      'nl | De proef begint op 1 mei. | De proef begint per 1 mei.',
      'en | Bids sent by 1 June count. | Bids sent on 1 June count. | by → on',
      'en | Bids sent after 1 June count. | Bids sent on or after 1 June count. | → on or',
      'nl | De huur wordt vooraf betaald. | De huur wordt achteraf betaald. | vooraf → achteraf',
      'en | The council meets in public. | The council meets behind closed doors. | in public → behind closed doors',
      'en | The key is returned by noon. | The key is returned after noon. | by → after',
      'en | Members over 18 vote. | Members of 18 or over vote. | over → or over',
      'nl | De club leent ten minste 20 boten uit. | De club leent meer dan 20 boten uit. | minste → meer dan',
    ),
    find: (change) => [
      ...exchanged(change, 'opposite', change.proof.words.opposite),
      ...opposedWays(change, 'opposite'),
      ...lastsOf(change),
      ...timesOf(change),
      ...boundsOf(change).filter(({ kind }) => kind === 'opposite'),
    ],
  },
  {
    kind: 'binding',
    limits: 'Rows of words for results and efforts, decisions and advice, consent and consultation.',
    examples: examples(
      'nl | De raad heeft instemming nodig. | De raad heeft advies nodig. | instemming → advies',
      'nl | Hij levert op tijd. | Hij spant zich in om op tijd te leveren. | → spant',
      'en | The ruling is binding. | The ruling is advisory. | binding → advisory',
      'en | Lending asks prior authorisation. | Lending asks prior notice. | authorisation → notice',
      'en | We shall deliver. | We shall endeavour to deliver. | → endeavour',
    ),
    find: (change) => [...exchanged(change, 'binding', change.proof.words.binding), ...efforts(change)],
  },
  {
    kind: 'condition',
    limits: 'A list of words; a condition put in other words ("voor wie …") is not seen.',
    examples: examples(
      'nl | De mentor en de ouder tekenen. | De mentor of de ouder tekenen. | en → of',
      'nl | Bezoek is welkom, tenzij het druk is. | Bezoek is welkom, mits het druk is. | → mits',
      'nl | Als het regent, gaan we naar binnen. | Indien het regent, gaan we naar binnen.',
      'en | Guests may enter. | Guests may enter if they sign. | → if',
    ),
    find: (change) => [
      ...perEdit(change, 'condition', listed('condition', change.lang)),
      ...perEdit(change, 'condition', listed('joins', change.lang), swapped),
      ...eithers(change),
      ...opposedWays(change, 'condition'),
    ],
  },
  {
    kind: 'exception',
    limits: 'A list of words; an exception put in other words is not seen.',
    examples: examples(
      'nl | Roken is verboden. | Roken is verboden, behalve op het plein. | → behalve',
      'nl | Roken is verboden behalve op het plein. | Roken is verboden behoudens op het plein.',
      'en | Dogs are banned. | Dogs are banned, except guide dogs. | → except',
    ),
    find: (change) => perEdit(change, 'exception', listed('exception', change.lang)),
  },
  {
    kind: 'scope',
    limits: 'A list of words that widen or narrow.',
    examples: examples(
      'nl | De school vraagt toestemming. | De school vraagt altijd toestemming. | → altijd',
      'nl | Alleen ouders tekenen. | Uitsluitend ouders tekenen.',
      'en | Parents sign. | Only parents sign. | → Only',
      'en | The fee is up to £60. | The fee is £60. | up to →',
      'nl | Beide partijen tekenen het verslag. | Een van beide partijen tekent het verslag. | → Een van',
      'en | The parents sign the form. | One of the parents signs the form. | → One of',
    ),
    find: (change) => [
      ...perEdit(change, 'scope', listed('scope', change.lang)),
      ...perEdit(change, 'scope', degrees(change)),
      ...boundsOf(change).filter(({ kind }) => kind === 'scope'),
      ...relatives(change),
      ...portionsOf(change),
      ...reachesElsewhere(change).filter(({ kind }) => kind === 'scope'),
      ...perEdit(change, 'scope', listed('swaps', change.lang), swapped),
    ],
  },
  {
    kind: 'addressee',
    limits:
      'A list of roles, words that end as names of persons do, we against you, and who is named behind "by the", "at the expense of the" and such; another person named otherwise is not seen.',
    examples: examples(
      'nl | De mentor beslist. | De directeur beslist. | mentor → directeur',
      'nl | De leerling tekent. | De leerlingen tekenen.',
      'nl | U belt ons. | Je belt ons.',
      'en | The teacher informs the parents. | The principal informs the parents. | teacher → principal',
      'en | You pay the fee. | We pay the fee. | You → We',
      'nl | Kinderen ouder dan 12 betalen. | Kinderen boven de 12 betalen.',
      'en | The mortgagor pays. | The mortgagee pays. | mortgagor → mortgagee',
      'nl | De statuten worden door de ledenvergadering vastgesteld. | De statuten worden vastgesteld. | door de ledenvergadering →',
      'nl | De kosten zijn voor rekening van het asiel. | De kosten zijn voor rekening van de adoptant. | asiel → adoptant',
      'en | Repairs are paid by the shelter. | Repairs are paid by the adopter. | shelter → adopter',
      'en | Fees are paid by the end of May. | Fees are paid by the start of May.',
      'en | The tenant sweeps the path. | The landlord sweeps the path. | tenant → landlord',
      'nl | De pachter maait de sloot. | De verpachter maait de sloot. | pachter → verpachter',
      'en | Entry is at the visitor’s own risk. | Entry is at the organiser’s risk. | visitor’s → organiser’s',
    ),
    find: (change) => [
      ...actors(change),
      ...exchanged(change, 'addressee', change.proof.words.counterparts),
      ...parties(change),
      ...opposedWays(change, 'addressee'),
      ...changedPlaces(change),
      ...perEdit(change, 'addressee', roles(change), sameRow(change)),
      ...perEdit(change, 'addressee', listed('persons', change.lang), swapped),
    ],
  },
  {
    kind: 'term',
    limits: 'Terms are those the policy defines in a section of definitions.',
    examples: [],
    find: (change) => (change.defines ? definitionReasons(change) : perEdit(change, 'term', termsIn(change.proof.terms))),
  },
]

const quote = ({ text }: Tokenised, [from, to]: readonly [number, number]): string => text.slice(from, to).trim()

/** Whether a norm that came or went stands on the other side in other words: may, and has the right to. */
function isNormOtherwise({ old, next }: Imbalance, { edits, proof: { words } }: Change): boolean {
  if (old.length > 0 === next.length > 0) return false
  const others = edits.flatMap((edit) => (old.length > 0 ? edit.next : edit.old))
  const norms = new Set(others.flatMap(({ key }) => words.sameNorm.get(key.toLowerCase()) ?? []))
  return [...old, ...next].every(({ token }) => norms.has(words.sameNorm.get(token.key.toLowerCase()) ?? ''))
}

/** Changed norms by the norm grammar, where its words changed. Norms of sentences that did not change strike each other out. */
function stanceReasons({ old, next, edits, lang }: Change): readonly Reason[] {
  if (edits.every((edit) => !hasWords(edit))) return []
  const norms = ({ text }: Tokenised) =>
    stancesOf(text, lang).flatMap((stance) => (stance.plain ? [] : [{ ...stance, value: stance.modality }]))
  const apart = unbalanced(norms(old), norms(next))
  if (apart.old.length + apart.next.length === 0) return []
  const modals = meaningsOf('modals', lang)
  const verbs = ({ tokens }: Tokenised) => new Set(tokens.map(({ key }) => stem(key.toLowerCase(), lang)))
  // A verb that stands in both, here read as a norm and there not, is read so by its place in the sentence.
  const kept = (stances: typeof apart.old, other: Tokenised) => {
    const others = stances.length > 0 ? verbs(other) : undefined
    return stances.filter(({ cue }) => modals.has(cue.toLowerCase()) || !others?.has(stem(cue.toLowerCase(), lang)))
  }
  const left = { old: kept(apart.old, next), next: kept(apart.next, old) }
  const touched = (side: 'old' | 'next') => (stance: Stance) =>
    edits.some(({ edit }) => edit[side][0] < stance.to && stance.from < Math.max(edit[side][1], edit[side][0] + 1))
  if (!left.old.some(touched('old')) && !left.next.some(touched('next'))) return []
  const cues = (stances: readonly Stance[]) => stances.map(({ cue }) => endsOf(cue)).join(' … ')
  return [{ kind: 'norm', old: cues(left.old), next: cues(left.next) }]
}

/** A cue of more words is told by its first and last: "mogen … geen". */
const LONG_CUE = 3

function endsOf(cue: string): string {
  const words = cue.split(/\s+/)
  return words.length > LONG_CUE ? `${words[0]} … ${words.at(-1)}` : cue
}

const hasWords = ({ old, next }: TokenEdit): boolean => [...old, ...next].some((token) => token.kind === 'word')

/** The defined terms among tokens, of one word or several. */
const termsIn =
  (terms: ReadonlySet<string>) =>
  (tokens: readonly Token[]): readonly Mention[] =>
    tokens.flatMap((token, at): Mention[] => {
      for (let length = 3; length > 0; length--) {
        const value = tokens
          .slice(at, at + length)
          .map(({ key }) => key.toLowerCase())
          .join(' ')
        if (tokens.length >= at + length && terms.has(value)) return [{ token, value }]
      }
      return []
    })

const definitionReasons = (change: Change): readonly Reason[] =>
  change.edits
    .filter((edit) => !spelledOtherwise(edit) && hasMatter(edit, change))
    .map(({ edit }) => ({ kind: 'term', old: quote(change.old, edit.old), next: quote(change.next, edit.next) }))

/** Whether an edit of a definition changes what defines, and not only what joins it to the term. */
const hasMatter = ({ old, next }: TokenEdit, { lang, proof: { words } }: Change): boolean =>
  [...old, ...next].some(
    (token) =>
      isWeighty(token, words) ||
      ['modals', 'negation', 'scope', 'condition', 'exception', 'joins', 'swaps'].some((list) =>
        meaningsOf(list as Meaning, lang).has(token.key.toLowerCase()),
      ),
  )

/** Words of degree among tokens. */
const degrees =
  ({ proof: { words } }: Change): Finder =>
  (tokens) =>
    tokens.flatMap((token) => (words.degrees.has(token.key.toLowerCase()) ? [{ token, value: token.key.toLowerCase() }] : []))

/** "And/or" that became one of the two. */
const eithers = ({ edits, old, next, lang }: Change): readonly Reason[] => {
  const joins = meaningsOf('joins', lang)
  return edits.flatMap(({ edit, old: gone, next: come }): readonly Reason[] => {
    const holds = (tokens: readonly Token[]) =>
      tokens.some(({ key }) => key === '/') && tokens.some(({ key }) => joins.has(key.toLowerCase()))
    return holds(gone) === holds(come) ? [] : [{ kind: 'condition', old: quote(old, edit.old), next: quote(next, edit.next) }]
  })
}

/** A comma before a relative clause: with it the clause tells of all, without it of some. */
const relatives = ({ edits, old, next, lang }: Change): readonly Reason[] =>
  edits.flatMap(({ old: gone, next: come }): readonly Reason[] => {
    const [side, text] = gone.length > 0 ? [gone, old] : [come, next]
    const [only] = side
    if (only?.key !== ',' || gone.length + come.length !== 1) return []
    const after = text.tokens[text.tokens.indexOf(only) + 1]
    if (!after || !isRelative(after.key, { lang })) return []
    const words = `, ${after.key}`
    return [{ kind: 'scope', old: gone.length > 0 ? words : '', next: gone.length > 0 ? '' : words }]
  })
