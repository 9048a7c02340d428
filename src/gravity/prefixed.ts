import type { Token, TokenEdit, Tokenised } from '../compare/index.js'
import { deniesByPrefix } from '../language/index.js'
import type { Change } from './change.js'
import type { Reason } from './reasons.js'

/** A word that became its opposite by a prefix: "onbevoegd", "non-binding". */
export function opposites({ edits, lang, old, next }: Change): readonly Reason[] {
  return edits.flatMap((edit): Reason[] =>
    hyphenated(edit.old, old).flatMap((a) =>
      hyphenated(edit.next, next)
        .filter(
          (b) =>
            Math.min(a.word.length, b.word.length) > 3 &&
            !isParted(a.word, b.word, edit) &&
            (deniesByPrefix(a.word, b.word, lang) || deniesByPrefix(b.word, a.word, lang)),
        )
        .map((b): Reason => ({ kind: 'negation', old: a.text, next: b.text })),
    ),
  )
}

/** Whether what one of two words begins with stands by itself on the other side: inzien, in te zien. */
const isParted = (a: string, b: string, edit: TokenEdit): boolean => {
  const [tokens, more] =
    a.length < b.length ? [edit.old, b.slice(0, b.length - a.length)] : [edit.next, a.slice(0, a.length - b.length)]
  return tokens.some(({ key }) => key.toLowerCase() === more)
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
