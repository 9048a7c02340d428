import { closes, frontClose, frontedEnd, mainVerbAfter } from './endings.js'
import type { Lexicon } from './lexicon.js'
import { consentAfter, opens, REACH } from './openings.js'
import type { Clause, Role, Stretch } from './parts.js'
import { has, isModal, isVerbal } from './verbs.js'
import { isMark, type Word } from './words.js'

const isMain = ({ key }: Word, text: string): boolean => key === text

/** Parts a sentence into main and subordinate stretches by the words that open and the marks that close them: one pass. */
export function clausesOf(words: readonly Word[], lexicon: Lexicon): readonly Clause[] {
  const roles = rolesOf(words, lexicon)
  // A sentence that is all subordinate is read as if it were none.
  if (!roles.some((role, at) => role === 'main' && !isMark(words[at] as Word))) roles.fill('main')
  const found: Clause[] = []
  let from = 0
  for (let at = 0; at <= words.length; at++) {
    if (at < words.length && !(roles[at] === 'main' && parts(words, at))) continue
    if (at > from) found.push(clauseOf(words, roles, from, at))
    from = at
  }
  return found
}

/** Whether another main part begins here. */
function parts(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at] as Word, words[at + 1]]
  if (before === undefined) return false
  if (isMain(before, ';')) return true
  // "Niet alleen op zondag, maar ook …" goes on.
  if (isMain(before, ',') && has(word, 'but') && !/^(?:ook|also)$/.test(next?.key ?? '')) return true
  if (has(word, 'and') && (has(next, 'can') || has(next, 'may')) && words.slice(0, at).some((one) => has(one, 'passive')))
    return true
  return isMain(before, ',') && has(word, 'and') && (has(next, 'negation') || has(next, 'must') || has(next, 'may'))
}

function clauseOf(words: readonly Word[], roles: readonly Role[], from: number, to: number): Clause {
  const all = words.slice(from, to)
  const main = all.filter((word, at) => roles[from + at] === 'main' && !isMark(word))
  const stretch = (role: Role): Stretch | undefined => {
    const first = all.findIndex((_, at) => roles[from + at] === role)
    if (first < 0) return undefined
    let last = first
    while (last + 1 < all.length && roles[from + last + 1] === role) last++
    const end =
      all
        .slice(first, last + 1)
        .filter((word) => !isMark(word))
        .at(-1) ?? (all[last] as Word)
    return {
      from: (all[first] as Word).from,
      to: Math.max(end.to, (all[first] as Word).to),
      fronted: !roles.slice(from, from + first).some((known, at) => known === 'main' && !isMark(all[at] as Word)),
      proviso: isProviso(all, first) || has(all[first], 'with'),
      strict: has(all[first], 'strict'),
      consent:
        (has(all[first], 'with') && consentAfter(all, first)) || (role === 'condition' && agrees(all.slice(first + 1, last + 1))),
    }
  }
  const [condition, exception] = [stretch('condition'), stretch('exception')]
  const narrowed = roles
    .slice(from, to)
    .some(
      (role, n) =>
        n > 0 &&
        role === 'condition' &&
        roles[from + n - 1] !== role &&
        isProviso(all, n) &&
        main.some((word) => word.from < (all[n] as Word).from),
    )
  return { main, all, narrowed, ...(condition ? { condition } : {}), ...(exception ? { exception } : {}) }
}

/** Whether a condition is that somebody agrees: "als de arts dat goedvindt". */
const agrees = (words: readonly Word[]): boolean =>
  words.some(({ key }) => /^(?:goedvindt|goedvinden|instemt|instemmen|agrees?|consents|approves)$/.test(key)) &&
  !words.some((word) => has(word, 'negation'))

/** Whether a condition narrows; "when we meet" is only a time. */
const isProviso = (words: readonly Word[], at: number): boolean =>
  has(words[at], 'proviso') && !(words[at]?.key === 'when' && /^(?:we|you|they|he|she)$/.test(words[at + 1]?.key ?? ''))

/** Where a phrase of consent ends that a preposition opens, with whose consent it is. */
function phraseEnd(words: readonly Word[], at: number, opened: Role): number | undefined {
  const word = words[at] as Word
  if (opened === 'aside' || !(has(word, 'with') || has(word, 'unless'))) return undefined
  const consent = words.findIndex((one, n) => n > at && n <= at + REACH && has(one, 'consent'))
  if (consent < 0) return undefined
  let end = consent + 1
  if (/^(?:van|of|from|by)$/.test(words[end]?.key ?? '')) {
    end++
    while (has(words[end], 'determiner')) end++
    end++
  }
  return Math.min(end, words.length)
}

function rolesOf(words: readonly Word[], lexicon: Lexicon): Role[] {
  const roles = new Array<Role>(words.length).fill('main')
  let depth = 0
  let open: Role = 'main'
  let openedAt = 0
  let started = frontedEnd(words, lexicon)
  // "Wie te laat komt" says who, "of er een camera komt" what is decided, and neither when.
  for (let at = 0; at < started; at++) roles[at] = has(words[0], 'asking') ? 'aside' : 'condition'
  for (let at = started; at < words.length; at++) {
    const word = words[at] as Word
    if (word.key === '(' || word.key === '[') depth++
    if (depth > 0) roles[at] = 'aside'
    if (word.key === ')' || word.key === ']') depth = Math.max(0, depth - 1)
    if (depth > 0 || word.key === ')' || word.key === ']') continue
    if (open !== 'main' && closes(words, at, open, openedAt)) {
      open = 'main'
      if (isMark(word)) continue
    }
    const opened = opens(words, at, started)
    if (opened !== undefined && !(open === 'condition' && opened === 'aside')) {
      const end = phraseEnd(words, at, opened)
      if (end !== undefined) {
        // "Met toestemming van de ouders" is a part of its clause and no clause.
        for (let n = at; n < end; n++) roles[n] = opened
        at = end - 1
        continue
      }
      if (open === 'main' || opened !== 'aside') [open, openedAt] = [opened, at]
      const resumed = opened === 'aside' && !before(words, roles, at, lexicon) ? mainVerbAfter(words, at) : undefined
      if (resumed !== undefined) {
        for (let n = at; n < resumed; n++) roles[n] = 'aside'
        at = resumed - 1
        open = 'main'
        continue
      }
      // What stands before the main part ends where the main verb comes: nothing was main yet.
      if (!roles.slice(0, at).some((role, n) => role === 'main' && !isMark(words[n] as Word)) && opened !== 'aside') {
        const end = frontClose(words, at)
        for (let n = at; n < end; n++) roles[n] = open
        at = end - 1
        started = end
        open = 'main'
        continue
      }
    }
    roles[at] = open
  }
  return roles
}

/** Whether the main part has its verb before a word. */
const before = (words: readonly Word[], roles: readonly Role[], at: number, { verbSecond }: Lexicon): boolean =>
  words
    .slice(0, at)
    .some(
      (word, n) =>
        (roles[n] === 'main' && (verbSecond ? isVerbal(word) : isModal(word) || has(word, 'third'))) ||
        (roles[n] === 'main' && (has(word, 'copula') || has(word, 'state'))),
    )
