import { deniesByPrefix, isFunctionWord, type Meaning, meaningsOf, spelledOut } from '../../../language/index.js'
import type { Language } from '../../../model/index.js'
import { type Stance, stancesOf } from '../../norms/index.js'
import type { Token, TokenEdit, Tokenised } from '../../text/index.js'
import type { Reason } from '../comparison.js'
import { type Change, examples, type Imbalance, type Mention, perEdit, type Rule, unbalanced } from './change.js'
import { misspelt, spelledOtherwise } from './spelling.js'

/** The words of a list among tokens. English "don't" holds its "not". */
const listed = (meaning: Meaning, lang: Language) => {
  const values = meaningsOf(meaning, lang)
  return (tokens: readonly Token[]): readonly Mention[] =>
    tokens.flatMap((token): Mention[] => {
      if (token.kind !== 'word') return []
      return spelledOut(token.key.toLowerCase())
        .split(' ')
        .flatMap((word) => values.get(word) ?? [])
        .map((value) => ({ token, value }))
    })
}

/** A small word matters when another takes its place. */
const swapped = ({ old, next }: Imbalance): boolean => old.length === 0 || next.length === 0

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
      const modals = perEdit(change, 'norm', listed('modals', change.lang), ({ edit }) => misspelt(edit))
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
      'en | Binding advice is given. | Non-binding advice is given. | Binding → Non-binding',
      'en | Guests may not enter. | Guests may enter. | not →',
      "en | Guests don't sign in. | Guests sign in. | don't →",
    ),
    find: (change) => [
      ...perEdit(change, 'negation', listed('negation', change.lang), ({ edit }) => misspelt(edit)),
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
      ...perEdit(change, 'scope', listed('scope', change.lang)),
      ...perEdit(change, 'scope', listed('swaps', change.lang), swapped),
    ],
  },
  {
    kind: 'addressee',
    limits: 'A list of roles, and we against you; a person named otherwise is a change of wording.',
    examples: examples(
      'nl | De mentor beslist. | De directeur beslist. | mentor → directeur',
      'nl | De leerling tekent. | De leerlingen tekenen.',
      'nl | U belt ons. | Je belt ons.',
      'en | The teacher informs the parents. | The principal informs the parents. | teacher → principal',
      'en | You pay the fee. | We pay the fee. | You → We',
    ),
    find: (change) => [
      ...perEdit(change, 'addressee', listed('roles', change.lang)),
      ...perEdit(change, 'addressee', listed('persons', change.lang), swapped),
    ],
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

/** Changed norms by the norm grammar. Norms of sentences that did not change strike each other out. Corrected spelling makes none. */
function stanceReasons({ old, next, edits, lang }: Change): readonly Reason[] {
  if (edits.every((edit) => spelledOtherwise(edit) || !hasWords(edit))) return []
  const norms = ({ text }: Tokenised) => stancesOf(text, lang).map((stance) => ({ ...stance, value: stance.modality }))
  const left = unbalanced(norms(old), norms(next))
  if (left.old.length === 0 && left.next.length === 0) return []
  const cues = (stances: readonly Stance[]) => stances.map(({ cue }) => cue).join(' … ')
  return [{ kind: 'norm', old: cues(left.old), next: cues(left.next) }]
}

const hasWords = ({ old, next }: TokenEdit): boolean => [...old, ...next].some((token) => token.kind === 'word')

/** A word that became its opposite by a prefix: "onbevoegd", "non-binding". */
function opposites({ edits, lang, old, next }: Change): readonly Reason[] {
  return edits.flatMap((edit): Reason[] =>
    hyphenated(edit.old, old).flatMap((a) =>
      hyphenated(edit.next, next)
        .filter(
          (b) =>
            Math.min(a.word.length, b.word.length) > 3 &&
            (deniesByPrefix(a.word, b.word, lang) || deniesByPrefix(b.word, a.word, lang)),
        )
        .map((b): Reason => ({ kind: 'negation', old: a.text, next: b.text })),
    ),
  )
}

/** The words among tokens, those joined by hyphens as one: as they stand, and without hyphens and capitals. */
function hyphenated(tokens: readonly Token[], { text }: Tokenised): readonly { readonly text: string; readonly word: string }[] {
  const found: { from: number; to: number; open: boolean }[] = []
  for (const { kind, key, from, to } of tokens) {
    const last = found.at(-1)
    const joins = last?.to === from && (last.open || key === '-')
    if (joins) Object.assign(last, { to, open: key === '-' })
    else if (kind === 'word') found.push({ from, to, open: false })
  }
  return found.map(({ from, to }) => {
    const shown = text.slice(from, to)
    return { text: shown, word: shown.toLowerCase().replaceAll('-', '') }
  })
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
