import { clauses, type Message, type Policy, plainText } from '../model/index.js'
import { resolve } from '../resolve/index.js'
import { partsOf } from './sentences.js'

/** What policies of schools are compared within in some seconds, every sentence of one held against all others. */
const MOST = { clauses: 3_000, letters: 300_000, sentences: 3_000 } as const

/** Every sentence ends in one of these, but for the last of a clause; so do items that are written into one. */
const ENDS = /[.!?\n)•▪‣·–]/g

/** That a text is too long to be compared with those of other schools, as it is printed: a value or a reference may stand for many words. */
export function tooLong({ policy }: { readonly policy: Policy }): readonly Message[] {
  const refuse = (form: keyof typeof MOST, count: number): readonly Message[] => [
    {
      rule: 'file/compared',
      form,
      values: { count, most: MOST[form] },
      severity: 'error',
      place: { file: policy.file, line: 1, column: 1 },
    },
  ]
  const count = clauses(policy).length
  if (count > MOST.clauses) return refuse('clauses', count)
  const texts = resolve(policy).value.clauses.map(({ node }) => plainText(node))
  const letters = sum(texts, ({ length }) => length)
  if (letters > MOST.letters) return refuse('letters', letters)
  if (sum(texts, (text) => 1 + (text.match(ENDS)?.length ?? 0)) <= MOST.sentences) return []
  const sentences = sum(texts, (text) => partsOf(text, policy.metadata.lang).length)
  return sentences > MOST.sentences ? refuse('sentences', sentences) : []
}

const sum = (texts: readonly string[], count: (text: string) => number): number =>
  texts.reduce((all, text) => all + count(text), 0)
