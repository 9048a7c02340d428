import { diffTexts, type Edit, editsOf, tokenise } from '../compare/index.js'
import { harmlessIn, type Reason } from '../gravity/index.js'
import type { Language } from '../model/index.js'
import { wordTablesOf } from '../rewording/index.js'

/** Where two texts differ, and what of that is proved harmless. */
interface JudgedTexts {
  /** All that differs. */
  readonly same: boolean
  /** The words of each edit that is. */
  readonly proved: readonly Reason[]
  /** Where it is asked, what `compareVersions` would say of the change, gravest first. */
  readonly reasons: () => readonly Reason[]
  /** All edits, those of typography among them. */
  readonly edits: readonly Edit[]
}

/** In what two texts differ that stand for each other and belong to no policy, with nothing known of defined terms. */
export function judgeTexts(old: string, next: string, lang: Language): JudgedTexts {
  const [a, b] = [old, next].map((text) => ({ text, tokens: tokenise(text) })) as [Tokens, Tokens]
  const diff = diffTexts(a, b)
  const { edits } = diff
  if (edits.length === 0) return { same: true, proved: [], reasons: () => [], edits: editsOf(diff) }
  const { all, words, reasons } = harmlessIn({
    old: a,
    next: b,
    edits,
    lang,
    heading: false,
    defines: false,
    proof: {
      words: wordTablesOf(lang),
      dictionary: () => undefined,
      uses: () => 1,
      tellsApart: () => false,
      terms: new Set(),
      abbreviations: [],
      renamed: [],
      follows: () => false,
    },
  })
  return { same: all, proved: words, reasons, edits: editsOf(diff) }
}

interface Tokens {
  readonly text: string
  readonly tokens: ReturnType<typeof tokenise>
}
