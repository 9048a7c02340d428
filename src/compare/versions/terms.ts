import { toString } from 'mdast-util-to-string'
import type { Token } from '../text/index.js'
import { fold } from '../text/index.js'
import type { Alignment, Subject } from './align/index.js'

/** What the rules of significance need to know of both versions as a whole. Computed when the first changed clause asks for it. */
export interface PolicyVocabulary {
  readonly terms: () => ReadonlySet<string>
  readonly defines: (subject: Subject) => boolean
  readonly follows: (old: Token, next: Token) => boolean
}

/** The number in a printed reference. */
const PRINTED = /(?<=[\s§.])(?:\d[\w.:]*|[A-Z]+)/
const DEFINITIONS = /^(?:begrip|definitie|definition|interpretation|glossary)/i

const inDefinitions = ({ clause: { section } }: Subject): boolean =>
  section?.node.type === 'section' &&
  (section.node.attributes.classes.includes('definitions') || DEFINITIONS.test(toString(section.node.content)))

/** The term a clause of a section of definitions starts with, in bold. */
function termOf(subject: Subject): string | undefined {
  const { node } = subject.clause
  const first = 'content' in node ? node.content[0] : undefined
  if (first?.type !== 'strong' || !inDefinitions(subject)) return undefined
  return fold(toString(first))
    .toLowerCase()
    .replace(/[\s:]+$/, '')
}

export function vocabularyOf(
  { old, next, toNext }: Alignment,
  numberOf: { old: (s: Subject) => string | undefined; next: (s: Subject) => string | undefined },
): PolicyVocabulary {
  let terms: ReadonlySet<string> | undefined
  let numbered: readonly [Map<string, number>, Map<string, number>] | undefined
  const byNumber = (subjects: readonly Subject[], number: (s: Subject) => string | undefined) => {
    const places = new Map<string, number>()
    for (const subject of subjects) {
      const name = number(subject)
      if (name !== undefined && !places.has(name)) places.set(name, subject.index)
    }
    return places
  }
  return {
    terms: () => {
      terms ??= new Set([...old, ...next].flatMap((subject) => termOf(subject) ?? []))
      return terms
    },
    defines: (subject) => termOf(subject) !== undefined,
    follows: (from, to) => {
      numbered ??= [byNumber(old, numberOf.old), byNumber(next, numberOf.next)]
      const [a, b] = [from, to].map(({ key }) => PRINTED.exec(key))
      if (!a || !b || a.input.slice(a.index + a[0].length) !== b.input.slice(b.index + b[0].length)) return false
      const [i, j] = [numbered[0].get(a[0]), numbered[1].get(b[0])]
      return i !== undefined && j !== undefined && toNext[i] === j
    },
  }
}
