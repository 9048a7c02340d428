import { actorIn } from '../norms/index.js'
import { type DocInline, type DocParagraph, paragraph, text } from '../present/index.js'
import type { Difference, SentenceRef } from '../schools/index.js'
import type { Parts } from './parts.js'
import type { MatrixRule, RuleCell } from './rules.js'
import { shortened } from './words.js'

/** Values that one cell of a map holds: more are counted. */
const LINES = 3

interface Said {
  readonly kind: Difference['kind']
  readonly words: string
}

/**
 * What a school says where it differs from another on a rule, as its text says it and as often as it differs once: values first, then who, then
 * on what condition. What it asks is its mark. Nothing where no difference rests on words of its own.
 */
function differingOf({ found, cells }: MatrixRule, policy: number): readonly Said[] {
  const cell = cells.get(policy)
  if (!cell) return []
  const kept: Said[] = []
  for (const kind of KINDS) {
    for (const { kind: of, a, b, words } of found) {
      if (of !== kind) continue
      for (const [side, ref] of [a, b].entries()) {
        if (ref.policy !== policy) continue
        const said = own(kind, words[side] ?? '', ref, cell)
        if (said !== undefined && !kept.some((other) => tells(other.words, said) || (kind === 'who' && tells(said, other.words))))
          kept.push({ kind, words: said })
      }
    }
  }
  return kept
}

const KINDS = ['value', 'who', 'condition'] as const satisfies readonly Difference['kind'][]

/** The words of one side that say something beside its mark. */
function own(
  kind: Difference['kind'],
  words: string,
  ref: SentenceRef,
  { sentence, also, bearer }: RuleCell,
): string | undefined {
  if (words === '' || kind === 'value') return words || undefined
  // What stands in the place of a name may be none.
  if (kind === 'who') return actorIn(words, bearer.lang) === undefined ? undefined : words
  const of = [sentence, ...also].find(({ clause, at }) => clause === ref.id && at === ref.at)
  // Of a norm and its condition, "mag … met toestemming", the norm is what the mark says.
  const said = [of?.exception, of?.condition].find((said) => said !== undefined && words.endsWith(said))
  // "Except" alone, where the reader of sentences saw no end to it, tells of no case.
  return said?.includes(' ') ? said : undefined
}

/** Whether words say all that others do: "binnen vijf dagen" and "vijf dagen". */
const tells = (words: string, others: string): boolean => ` ${words.toLowerCase()} `.includes(` ${others.toLowerCase()} `)

/**
 * The same for a narrow cell, a line each, said aloud in full on a screen: a long value or name is cut short, of a long condition stands only that
 * there is one, because its first words may say something else.
 */
export function differingLines(rule: MatrixRule, policy: number, { setting }: Parts): DocParagraph[] {
  const cell = rule.cells.get(policy)
  const all = differingOf(rule, policy)
  const lang = cell?.bearer.lang
  const seen = new Set<string>()
  const lines = all.flatMap(({ kind, words }): DocParagraph[] => {
    const fits = kind !== 'condition' || words.length <= CONDITION
    const short = fits ? shortened(words) : setting.wording('schools.condition')
    if (seen.has(short)) return []
    seen.add(short)
    const own = lang === undefined || lang === setting.lang
    const said = (words: string): DocInline => (own ? text(words) : { type: 'span', lang, children: [text(words)] })
    if (short === words) return [paragraph([said(words)])]
    return [
      paragraph([setting.form === 'paper' ? text(short) : { type: 'span', role: 'sign', sign: short, children: [said(words)] }]),
    ]
  })
  const more = lines.length - LINES
  return more > 0 ? [...lines.slice(0, LINES), paragraph(setting.wording('schools.differs.more', { count: more }))] : lines
}

/** Characters of a condition that a narrow cell holds in full. */
const CONDITION = 24
