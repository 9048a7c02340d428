import { type DocBlock, muted, paragraph, text } from '../present/index.js'
import type { Parts } from './parts.js'
import type { MatrixRule } from './rules.js'
import { beginning } from './words.js'

/** Lines of differences under one rule: more are counted. */
const LINES = 4

/** What differs between two schools, one line each: what it is, and the words of both. */
export function differenceLines({ found }: MatrixRule, { setting: { wording }, names }: Parts): DocBlock[] {
  const lines = found.slice(0, LINES).map(({ kind, a, b, words: [one, other] }) =>
    paragraph(
      [
        text(
          wording(`schools.differs.${kind}`, {
            a: names[a.policy] as string,
            b: names[b.policy] as string,
            one: beginning(one || '–'),
            other: beginning(other || '–'),
          }),
        ),
      ],
      'small',
    ),
  )
  const more = found.length - LINES
  return more > 0 ? [...lines, paragraph([muted(wording('schools.differs.more', { count: more }))], 'small')] : lines
}
