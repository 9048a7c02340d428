import { type AnnexReference, annexReferences, isAnnexList } from '../language/index.js'
import { type Clause, plainText } from '../model/index.js'
import type { ResolvedClause } from '../resolve/index.js'
import { type Text, textsOf } from './words.js'

/** A mention of an annex that stands nowhere in the text, once for each label. */
interface MissingAnnex extends AnnexReference {
  readonly text: Text
  /** Whether the text has other annexes: without one they are often files of their own. */
  readonly hasOthers: boolean
}

/** A clause that begins with "Bijlage C" is that annex where this is its title, and no sentence about it. */
const TITLE = /^(?:\s*[:.–—-]|\s*$|\s+\p{Lu})/u

/** The annexes that a text, as it is `written`, mentions and does not have. `isLink` says whether words lead somewhere already. */
export function missingAnnexes(
  clauses: readonly ResolvedClause[],
  written: readonly Clause[],
  isLink: (text: Text) => boolean,
): readonly MissingAnnex[] {
  const mentions = textsOf(written).flatMap((text) => [...annexReferences(text.value)].map((each) => ({ ...each, text })))
  if (mentions.length === 0) return []
  const known = annexesOf(clauses)
  const found = new Map<string, MissingAnnex>()
  for (const mention of mentions) {
    const { index, label, rest, text } = mention
    if (isLink(text) || (index === 0 && TITLE.test(rest)) || known.has(label.toLowerCase()) || found.has(label)) continue
    found.set(label, { ...mention, hasOthers: known.size > 0 })
  }
  return [...found.values()]
}

/** The labels of annexes, in small letters: of clauses that begin with one, that are numbered so, or that stand under a heading over annexes. */
function annexesOf(clauses: readonly ResolvedClause[]): ReadonlySet<string> {
  const known = new Set<string>()
  let under: number | undefined
  for (const { node, number } of clauses) {
    const words = plainText(node)
    if (node.type === 'section') {
      if (under !== undefined && node.depth <= under) under = undefined
      if (isAnnexList(words)) under = node.depth
    }
    for (const said of [words, number ?? '']) {
      const [first] = annexReferences(said)
      if (first?.index === 0 && TITLE.test(first.rest)) known.add(first.label.toLowerCase())
    }
    if (under === undefined) continue
    for (const label of [
      /[A-Za-z]+$|\d+$/.exec(number ?? '')?.[0],
      /^\W*(\d{1,2}|[A-Z]|[IVX]{1,5})(?![\p{L}\p{N}])/u.exec(words)?.[1],
    ])
      if (label !== undefined) known.add(label.toLowerCase())
  }
  return known
}
