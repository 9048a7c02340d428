import { mayHoldUnits, type Token } from '../compare/index.js'
import { once } from '../language/index.js'
import type { Alignment, Subject } from './align/index.js'
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

const MENTIONS = /\b(?:art|lid|hoofdstuk|paragra|section|chapter|clause|bijlage|annex|appendix|schedule)|§/i

/** What a reference names: the number of a heading, and of a member of it. */
interface Target {
  readonly word: string
  readonly number?: string
  readonly member?: string
}

interface Reference {
  readonly text: string
  readonly target: Target
}

const HEADED =
  /^(artikel|art\.|article|section|clause|hoofdstuk|chapter|paragraaf|bijlage|annex|appendix|schedule|§)\s*([\dA-Z][\w.]*?)(?:,?\s+(?:lid|paragraph)\s+(\d+|[a-z]))?$/i
const MEMBER = /^(?:lid|paragraph)\s+(\d+|[a-z])$/i
const OF = /^(?:van|of)$/i
/** Behind a reference: it points into a law or another document. */
const ELSEWHERE =
  /^(?:,?\s*(?:(?:eerste|tweede|derde|vierde|vijfde) lid|onder \w|lid \d+),?)*\s*(?:van (?:de|het) (?!artikel|hoofdstuk|dit|deze)|of (?:the|that|Regulation|Directive)|(?:AVG|GDPR|UAVG|BW|Awb|WOR|WMS|WVO|WPO|WEC|WHW|CAO|cao)\b|(?:Wet|wet|Act)\b)/

function referencesIn({ text, tokens }: Subject): readonly Reference[] {
  return tokens.flatMap((token, at): readonly Reference[] => {
    if (token.kind !== 'reference' || token.key.startsWith('#')) return []
    const member = MEMBER.exec(token.key)
    const second = tokens[at + 2]
    // "lid 2 van artikel 1"
    if (member && OF.test(tokens[at + 1]?.key ?? '') && second?.kind === 'reference') {
      const head = HEADED.exec(second.key)
      return head ? [reference(text, token, second, { ...headed(head), member: member[1] as string })] : []
    }
    // The second part of the one above.
    if (at > 1 && OF.test(tokens[at - 1]?.key ?? '') && MEMBER.test(tokens[at - 2]?.key ?? '')) return []
    if (ELSEWHERE.test(text.slice(token.to).trimStart())) return []
    if (member) return [reference(text, token, token, { word: '', member: member[1] as string })]
    const head = HEADED.exec(token.key)
    return head ? [reference(text, token, token, headed(head))] : []
  })
}

const reference = (text: string, from: Token, to: Token, target: Target): Reference => ({
  text: text.slice(from.from, to.to),
  target,
})

const headed = ([, word = '', number = '', member]: RegExpExecArray): Target => ({
  word: word.toLowerCase().replace(/^art\.$/, 'artikel'),
  number,
  ...(member === undefined ? {} : { member }),
})

interface Numbers {
  /** By word and number, `artikel 2`, and by the number alone. */
  readonly sections: ReadonlyMap<string, Subject>
  readonly children: ReadonlyMap<number, readonly Subject[]>
  readonly number: (subject: Subject) => string | undefined
}

function numbersOf(subjects: readonly Subject[], side: Side): Numbers {
  const number = numberOf(side)
  const sections = new Map<string, Subject>()
  const children = new Map<number, Subject[]>()
  for (const subject of subjects) {
    const section = subject.clause.section?.index
    if (!subject.section && section !== undefined) {
      const list = children.get(section)
      if (list) list.push(subject)
      else children.set(section, [subject])
    }
    const own = subject.section ? number(subject) : undefined
    if (own === undefined) continue
    const word = /^(\p{L}+|§)/u.exec(subject.text.slice(0, subject.label))?.[0].toLowerCase()
    for (const name of [...(word === undefined ? [] : [`${word} ${own}`]), own])
      if (!sections.has(name)) sections.set(name, subject)
  }
  return { sections, children, number }
}

function find(
  { word, number, member }: Target,
  from: Subject,
  { sections, children, number: own }: Numbers,
): Subject | undefined {
  const worded = number === undefined ? undefined : (sections.get(`${word} ${number}`) ?? sections.get(number))
  const head = number === undefined ? undefined : worded
  const section = number === undefined ? from.clause.section?.index : head?.index
  if (member === undefined || section === undefined) return head
  return (children.get(section) ?? []).find((child) => {
    const name = own(child)
    return name !== undefined && (name === member || name.endsWith(`.${member}`))
  })
}
