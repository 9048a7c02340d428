import { clauses, type Policy } from '../model/index.js'
import { ownWords } from './merge/index.js'
import { type Answers, variantOf } from './questions.js'

/** What became in another edition of the variants that a school took. */
interface TakenVariants {
  /** Those that go on under another name: the name, by provision. */
  readonly renamed: Answers['variants']
  /** Provisions that no longer have the variant, in whose place the school chose no other. */
  readonly gone: ReadonlySet<string>
}

export function takenVariants(taken: Answers['variants'], from: Policy, to: Policy): TakenVariants {
  const renamed: Record<string, string> = {}
  const gone = new Set<string>()
  for (const [id, variant] of Object.entries(taken)) {
    const [old, others] = [wordings(from, id), wordings(to, id)]
    const words = old.find((each) => each.variant === variant)?.words
    if (words === undefined || others.length === 0 || others.some((each) => each.variant === variant)) continue
    const same = others.find((each) => each.words === words)
    if (!same) gone.add(id)
    else if (same.variant !== undefined) renamed[id] = same.variant
  }
  return { renamed, gone }
}

/** Every wording of a provision, with the name of its variant. */
const wordings = (template: Policy, id: string): readonly { readonly variant: string | undefined; readonly words: string }[] =>
  clauses(template).flatMap(({ id: own, node }) =>
    own === id && node.type !== 'note' ? [{ variant: variantOf(node), words: ownWords(node) }] : [],
  )
