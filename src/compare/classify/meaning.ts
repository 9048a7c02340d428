import type { Language } from '../../model/index.js'
import type { Reason } from '../comparison.js'
import type { TokenEdit, Tokenised } from '../edits.js'
import { isFunctionWord } from '../lexicon.js'
import { type Stance, stancesOf } from '../norms/index.js'
import type { Token } from '../tokens.js'
import { type Change, examples, type Mention, perEdit, type Rule, wordsOf } from './change.js'
import { jumbled, spelledOtherwise } from './spelling.js'
import { MODALS, NEGATING_PREFIXES, NEGATION, ROLES, SCOPE, SWAPS, type Vocabulary, valuesOf } from './vocabulary.js'

/** The words of a vocabulary among tokens. English "don't" holds its "not". */
const listed = (vocabulary: Vocabulary, lang: Language) => {
  const values = valuesOf(vocabulary, lang)
  return (tokens: readonly Token[]): readonly Mention[] =>
    tokens.flatMap((token): Mention[] => {
      if (token.kind !== 'word') return []
      const word = token.key.toLowerCase()
      const value = values.get(word) ?? (/n't$/.test(word) ? values.get('not') : undefined)
      return value === undefined ? [] : [{ token, value }]
    })
}

export const meaningRules: readonly Rule[] = [
  {
    kind: 'norm',
    limits:
      'Sees modal verbs and the forms the norm grammar knows; a duty in the plain present tense only when the grammar finds it.',
    examples: examples(
      'nl | De leerling mag bellen in de aula. | De leerling moet bellen in de aula. | mag → moet',
      'nl | De leerling moet zich melden. | De leerling dient zich te melden.',
      'en | Staff should report incidents. | Staff must report incidents. | should → must',
      'en | Staff must report all incidents. | Staff must report all accidents.',
    ),
    find: (change) => {
      const modals = perEdit(change, 'norm', listed(MODALS, change.lang), ({ edit }) => jumbled(edit))
      return modals.length > 0 ? modals : stanceReasons(change)
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
      'en | Guests may not enter. | Guests may enter. | not →',
      "en | Guests don't sign in. | Guests sign in. | don't →",
    ),
    find: (change) => [
      ...perEdit(change, 'negation', listed(NEGATION, change.lang), ({ edit }) => jumbled(edit)),
      ...opposites(change),
    ],
  },
  {
    kind: 'scope',
    limits: 'A list of words; a condition put in other words ("voor wie …") is not seen.',
    examples: examples(
      'nl | De school vraagt toestemming. | De school vraagt altijd toestemming. | → altijd',
      'nl | Bezoek is welkom, tenzij het druk is. | Bezoek is welkom, mits het druk is. | tenzij → mits',
      'nl | De mentor en de ouder tekenen. | De mentor of de ouder tekenen. | en → of',
      'nl | Alleen ouders tekenen. | Uitsluitend ouders tekenen.',
      'en | Parents sign. | Only parents sign. | → Only',
    ),
    find: (change) => [
      ...perEdit(change, 'scope', listed(SCOPE, change.lang)),
      ...perEdit(change, 'scope', listed(SWAPS, change.lang), ({ old, next }) => old.length === 0 || next.length === 0),
    ],
  },
  {
    kind: 'addressee',
    limits: 'A list of roles; a person named otherwise is a change of wording.',
    examples: examples(
      'nl | De mentor beslist. | De directeur beslist. | mentor → directeur',
      'nl | De leerling tekent. | De leerlingen tekenen.',
      'en | The teacher informs the parents. | The principal informs the parents. | teacher → principal',
    ),
    find: (change) => perEdit(change, 'addressee', listed(ROLES, change.lang)),
  },
  {
    kind: 'term',
    limits: 'Terms are those the policy defines in a section of definitions.',
    examples: [],
    find: (change) => (change.defines ? definitionReasons(change) : perEdit(change, 'term', termsIn(change.terms))),
  },
  {
    kind: 'content',
    limits:
      'Three or more words of weight that come or go without others in their place; a shorter addition is a change of wording.',
    examples: examples(
      'nl | De school bewaart de foto. | De school bewaart de foto in een beveiligde map op locatie. | → in een beveiligde map op locatie',
      'nl | De school bewaart de foto zorgvuldig. | De school bewaart de foto met zorg.',
      'en | Keys are returned. | Keys are returned to reception in sealed envelopes. | → to reception in sealed envelopes',
    ),
    find: (change) =>
      change.edits.flatMap((edit): Reason[] => {
        const balance = contentWords(edit.next) - contentWords(edit.old)
        if (Math.abs(balance) < CONTENT_WORDS) return []
        return [{ kind: 'content', old: quote(change.old, edit.edit.old), next: quote(change.next, edit.edit.next) }]
      }),
  },
]

const CONTENT_WORDS = 3
const contentWords = (tokens: readonly Token[]): number =>
  tokens.filter((token) => token.kind === 'word' && token.key.length > 2 && !isFunctionWord(token.key.toLowerCase())).length

const quote = ({ text }: Tokenised, [from, to]: readonly [number, number]): string => text.slice(from, to).trim()

/** Changed norms by the norm grammar, in the sentences that hold an edit. Corrected spelling makes no norm. */
function stanceReasons(change: Change): readonly Reason[] {
  if (change.edits.every((edit) => spelledOtherwise(edit) || !hasWords(edit))) return []
  const old = stancesIn(
    change.old,
    change.edits.map(({ edit }) => edit.old),
    change.lang,
  )
  const next = stancesIn(
    change.next,
    change.edits.map(({ edit }) => edit.next),
    change.lang,
  )
  const left = (from: readonly Stance[], by: readonly Stance[]) => {
    const modalities = by.map(({ modality }) => modality)
    return from.filter(({ modality }) => {
      const at = modalities.indexOf(modality)
      if (at >= 0) modalities.splice(at, 1)
      return at < 0
    })
  }
  const [gone, come] = [left(old, next), left(next, old)]
  if (gone.length === 0 && come.length === 0) return []
  const cues = (stances: readonly Stance[]) => stances.map(({ cue }) => cue).join(' … ')
  return [{ kind: 'norm', old: cues(gone), next: cues(come) }]
}

const SENTENCE_END = /[.!?]\s+(?=\p{Lu})/gu

function stancesIn({ text }: Tokenised, ranges: readonly (readonly [number, number])[], lang: Language): readonly Stance[] {
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)
  const sentences = [0, ...ends].map((from, k) => [from, ends[k] ?? text.length] as const)
  return sentences
    .filter(([from, to]) => ranges.some((range) => range[0] <= to && range[1] >= from))
    .flatMap(([from, to]) => stancesOf(text.slice(from, to), lang))
}

const hasWords = ({ old, next }: TokenEdit): boolean => [...old, ...next].some((token) => token.kind === 'word')

/** A word that became its opposite by a prefix. */
function opposites({ edits, lang, old, next }: Change): readonly Reason[] {
  const [prefixes] = [NEGATING_PREFIXES[lang]]
  const denies = (a: string, b: string) => prefixes.some((prefix) => a === prefix + b)
  return edits.flatMap((edit): Reason[] =>
    edit.old.flatMap((a) =>
      edit.next
        .filter((b) => {
          const [x, y] = [a.key.toLowerCase(), b.key.toLowerCase()]
          return a.kind === 'word' && b.kind === 'word' && Math.min(x.length, y.length) > 3 && (denies(x, y) || denies(y, x))
        })
        .map((b): Reason => ({ kind: 'negation', old: wordsOf(old.text, [a]), next: wordsOf(next.text, [b]) })),
    ),
  )
}

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
    .filter((edit) => !spelledOtherwise(edit) && hasWords(edit))
    .map(({ edit }) => ({ kind: 'term', old: quote(change.old, edit.old), next: quote(change.next, edit.next) }))
