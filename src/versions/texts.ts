import { diffTexts, tokenise } from '../compare/index.js'
import { wordTablesOf } from '../language/changes/index.js'
import type { Language } from '../model/index.js'
import { judge, significanceOf } from './classify/index.js'
import type { Reason, Significance } from './comparison.js'

/** A reason with what it makes of the difference. */
interface JudgedReason extends Reason {
  readonly significance: Significance
}

/**
 * In what two texts differ that stand for each other and belong to no policy: the reasons that `compareVersions` would give, with nothing
 * known of defined terms, gravest first. None for texts that differ in typography at most.
 */
export function judgeTexts(old: string, next: string, lang: Language): readonly JudgedReason[] {
  const [a, b] = [old, next].map((text) => ({ text, tokens: tokenise(text) })) as [Tokens, Tokens]
  const { edits } = diffTexts(a, b)
  if (edits.length === 0) return []
  const reasons = judge({
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
      terms: new Set(),
      abbreviations: [],
      renamed: [],
      follows: () => false,
    },
  })
  return reasons.map((reason) => ({ ...reason, significance: significanceOf(reason.kind) }))
}

interface Tokens {
  readonly text: string
  readonly tokens: ReturnType<typeof tokenise>
}
