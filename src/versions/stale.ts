import { mayHoldUnits, type Token, textOf } from '../compare/index.js'
import { once, phrasesOf, wordsOfAll } from '../language/index.js'
import type { Clause, Message } from '../model/index.js'
import { clipped } from '../model/index.js'
import { type Alignment, align, type Subject } from './align/index.js'
import type { Side, StaleReference } from './comparison.js'
import { numberOf } from './number.js'

/** The references of the new version that no longer point at what they pointed at. One that follows its target is none. */
export function staleReferences(alignment: Alignment, a: Side, b: Side): readonly StaleReference[] {
  const maps = { old: once(() => numbersOf(alignment.old, a)), next: once(() => numbersOf(alignment.next, b)) }
  return alignment.links.flatMap(({ old: olds, next: nexts }): readonly StaleReference[] => {
    const [i, j] = [olds[0], nexts[0]]
    if (i === undefined || j === undefined || olds.length !== 1 || nexts.length !== 1) return []
    const [old, next] = [alignment.old[i] as Subject, alignment.next[j] as Subject]
    if (!mayHoldUnits(next.text) || !MENTIONS.test(next.text)) return []
    const after = referencesIn(next)
    const before = after.length > 0 ? referencesIn(old) : []
    return after.flatMap(({ text, target }): readonly StaleReference[] => {
      if (!before.some((other) => other.text === text)) return []
      const [was, is] = [find(target, old, maps.old()), find(target, next, maps.next())]
      const follows = was === undefined ? -1 : (alignment.toNext[was.index] ?? -1)
      if (!was || (is && follows === is.index)) return []
      const number = follows < 0 ? undefined : numberOf(b)(alignment.next[follows] as Subject)
      return [
        {
          clause: next.clause,
          text,
          before: was.clause,
          ...(is ? { now: is.clause } : {}),
          ...(number === undefined ? {} : { follow: number }),
        },
      ]
    })
  })
}

const MENTIONS = new RegExp(`\\b(?:${phrasesOf('partsMentioned')})|§`, 'i')

/** What a reference names: the number of a heading, and of a member of it. */
interface Target {
  readonly word: string
  readonly number?: string
  /** The member and the members of that: `4(b)(ii)` has b and ii. */
  readonly members: readonly string[]
}

interface Reference {
  readonly text: string
  readonly target: Target
}

const HEADED = new RegExp(
  `^(${phrasesOf('partsHeaded')}|§)\\s*([\\dA-Z][\\w.]*?)((?:\\([a-z\\d]{1,4}\\)|,?\\s+(?:${phrasesOf('partsSmall')})\\s+(?:\\d+|[a-z]))*)$`,
  'i',
)
const PART = /\(([a-z\d]{1,4})\)|(?<=\s)(\d+|[a-z])(?=,?\s|\(|$)/gi
const MEMBER = new RegExp(`^(?:${phrasesOf('partsMember')})\\s+(\\d+|[a-z])$`, 'i')
const OF = new RegExp(`^(?:${wordsOfAll('of')})$`, 'i')
/** Behind a reference: it points into a law or another document. */
const ELSEWHERE = new RegExp(
  `^(?:,?\\s*(?:${phrasesOf('membersOfLaw')}|(?:${phrasesOf('letteredOfLaw')}) \\w|(?:${phrasesOf('numberedOfLaw')}) \\d+),?)*\\s*(?:(?:${phrasesOf('ofLaw')})(?!${phrasesOf('ownParts')})|(?:${phrasesOf('laws')})\\b)`,
)

function referencesIn({ text, tokens }: Subject): readonly Reference[] {
  return tokens.flatMap((token, at): readonly Reference[] => {
    if (token.kind !== 'reference' || token.key.startsWith('#')) return []
    const member = MEMBER.exec(token.key)
    const second = tokens[at + 2]
    // "lid 2 van artikel 1"
    if (member && OF.test(tokens[at + 1]?.key ?? '') && second?.kind === 'reference') {
      const head = HEADED.exec(second.key)
      return head ? [reference(text, token, second, { ...headed(head), members: [member[1] as string] })] : []
    }
    // The second part of the one above.
    if (at > 1 && OF.test(tokens[at - 1]?.key ?? '') && MEMBER.test(tokens[at - 2]?.key ?? '')) return []
    if (ELSEWHERE.test(text.slice(token.to).trimStart())) return []
    if (member) return [reference(text, token, token, { word: '', members: [member[1] as string] })]
    const head = HEADED.exec(token.key)
    return head ? [reference(text, token, token, headed(head))] : []
  })
}

const reference = (text: string, from: Token, to: Token, target: Target): Reference => ({
  text: text.slice(from.from, to.to),
  target,
})

const headed = ([, word = '', number = '', parts = '']: RegExpExecArray): Target => ({
  word: word.toLowerCase().replace(/^art\.$/, 'artikel'),
  number,
  members: [...parts.matchAll(PART)].map(([, inside, behind]) => (inside ?? behind ?? '').toLowerCase()),
})

interface Numbers {
  /** By word and number, `artikel 2`, and by the number alone. */
  readonly sections: ReadonlyMap<string, Subject>
  /** Of what is no section, by its whole number. */
  readonly others: ReadonlyMap<string, Subject>
  readonly children: ReadonlyMap<number, readonly Subject[]>
  readonly number: (subject: Subject) => string | undefined
}

function numbersOf(subjects: readonly Subject[], side: Side): Numbers {
  const number = numberOf(side)
  const sections = new Map<string, Subject>()
  const others = new Map<string, Subject>()
  const children = new Map<number, Subject[]>()
  for (const subject of subjects) {
    const section = subject.clause.section?.index
    if (!subject.section && section !== undefined) {
      const list = children.get(section)
      if (list) list.push(subject)
      else children.set(section, [subject])
    }
    const own = number(subject)
    if (own !== undefined && !subject.section && !others.has(own)) others.set(own, subject)
    if (own === undefined || !subject.section) continue
    const word = /^(\p{L}+|§)/u.exec(subject.text.slice(0, subject.label))?.[0].toLowerCase()
    for (const name of [...(word === undefined ? [] : [`${word} ${own}`]), own])
      if (!sections.has(name)) sections.set(name, subject)
  }
  return { sections, others, children, number }
}

function find(
  { word, number, members }: Target,
  from: Subject,
  { sections, others, children, number: own }: Numbers,
): Subject | undefined {
  const head = number === undefined ? undefined : (sections.get(`${word} ${number}`) ?? sections.get(number))
  const section = number === undefined ? from.clause.section?.index : head?.index
  // "Artikel 1.d" names a member by its whole number.
  if (members.length === 0) return head ?? (number?.includes('.') ? others.get(number) : undefined)
  if (section === undefined) return undefined
  const name = members.join('.')
  return (children.get(section) ?? []).find((child) => {
    const label = own(child)?.toLowerCase()
    return label !== undefined && (label === name || label.endsWith(`.${name}`))
  })
}

/** What `lint` says of a text and the version before it: the references that no longer lead where they led. */
export const staleSince = (old: Side, next: Side): readonly Message[] =>
  staleReferences(align(old, next), old, next).map(staleMessage(next))

/** What is said of such a reference of the new version. */
export const staleMessage =
  ({ policy }: Side) =>
  ({ clause, text, before, now }: StaleReference): Message => {
    const values = { text, before: beginning(before) }
    const about = {
      rule: 'reference/printed' as const,
      severity: 'warning' as const,
      place: { ...clause.node.place, file: policy.file },
    }
    return now ? { ...about, form: 'elsewhere', values: { ...values, now: beginning(now) } } : { ...about, form: 'gone', values }
  }

const beginning = ({ node }: Clause): string => clipped(textOf(node).replace(/\s+/g, ' '), 50)
