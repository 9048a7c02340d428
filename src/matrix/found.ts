import { type DocBlock, muted, paragraph, text } from '../present/index.js'
import type { SentenceRef } from '../schools/index.js'
import type { Parts } from './parts.js'
import type { MatrixRule, RuleCell } from './rules.js'
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

/** Words of a sentence that is told beside another: of a longer one the beginning. */
const WHOLE = 40

/** What may differ between two schools, a line each: both sentences, to be read. */
export function perhapsLines({ perhaps, cells }: MatrixRule, { setting: { wording }, names }: Parts): DocBlock[] {
  const words = ({ policy, id, at }: SentenceRef): string => {
    const { sentence, also } = cells.get(policy) as RuleCell
    const said = [sentence, ...also].find((each) => each.clause === id && each.at === at) ?? sentence
    return beginning(said.text, WHOLE)
  }
  const lines = perhaps.slice(0, LINES).map(({ a, b }) =>
    paragraph(
      wording('schools.differs.perhaps', {
        a: names[a.policy] as string,
        b: names[b.policy] as string,
        one: words(a),
        other: words(b),
      }),
      'small',
    ),
  )
  const more = perhaps.length - LINES
  return more > 0 ? [...lines, paragraph([muted(wording('schools.differs.more', { count: more }))], 'small')] : lines
}
