import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import * as z from 'zod'
import { hasErrors, type Message, says } from '../model/index.js'
import { oneRule, parseYaml } from '../read/index.js'
import { type ConfirmedPair, GRADES, type Matrix, type MatrixClause } from './types.js'

const end = z.string().regex(/^[^#]+#\S+$/, says('expected.clause-name'))

/** `policies/concordance.yaml`. `grade` is a person's word; `proposed` and `score` are the tool's. docs/comparing-schools.md has the rules. */
const concordanceSchema = z.strictObject({
  pairs: z
    .array(
      z.strictObject({
        a: end,
        b: end,
        grade: z.enum([...GRADES, 'none']).optional(),
        proposed: z.enum(GRADES).optional(),
        score: z.number().optional(),
        note: z.string().optional(),
      }),
    )
    .nullish(),
})

type Entry = NonNullable<z.output<typeof concordanceSchema>['pairs']>[number]

/** The concordance of a workspace, as it stands. */
export interface Concordance {
  /** Absent when there is no file yet. */
  readonly source?: string
  readonly entries: readonly Entry[]
  readonly messages: readonly Message[]
}

/** Reads a concordance. `file` is the name messages carry; without a source it is one that nobody made yet. */
export function parseConcordance(source: string | undefined, file: string): Concordance {
  if (source === undefined) return { entries: [], messages: [] }
  const { value, messages } = parseYaml(source, concordanceSchema, oneRule('concordance/value'), { file, firstLine: 1 })
  return { source, entries: value?.pairs ?? [], messages }
}

/** A clause id is permanent, so what a person said of a policy holds for its releases and revisions, too. */
const withoutVersion = (ref: string): string => ref.replace(/@.*$/, '')

/** What persons said, for the policies that are compared. A release that lacks the clause is passed over. */
export function confirmedPairs(
  { entries }: Concordance,
  policies: readonly { ref: string; ids: ReadonlySet<string> }[],
): ConfirmedPair[] {
  const places = (name: string) => {
    const at = name.indexOf('#')
    const [ref, id] = [name.slice(0, at), name.slice(at + 1)]
    return policies
      .filter((policy) => policy.ref === ref || (withoutVersion(policy.ref) === ref && policy.ids.has(id)))
      .map((policy) => ({ ref: policy.ref, id }))
  }
  return entries.flatMap(({ a, b, grade }) => {
    if (grade === undefined) return []
    return places(a).flatMap((first) => places(b).map((second): ConfirmedPair => ({ a: first, b: second, grade })))
  })
}

/** The pairs of a matrix that the concordance does not have yet: of working texts, between clauses with an id of their own. */
export function newProposals({ entries }: Concordance, { policies, pairs }: Matrix, working: ReadonlySet<string>): Proposal[] {
  const known = new Set(entries.map(({ a, b }) => key(a, b)))
  const clauses = policies.map((policy) => new Map(policy.clauses.map((clause) => [clause.id, clause])))
  return pairs.flatMap((pair): Proposal[] => {
    const ends = [pair.a, pair.b].map(({ policy, id }) => ({
      ref: policies[policy]?.ref ?? '',
      clause: clauses[policy]?.get(id),
    }))
    const [a, b] = ends.map(({ ref, clause }) =>
      clause && working.has(ref) && hasOwnId(clause) ? { name: `${ref}#${clause.id}`, clause } : undefined,
    )
    if (pair.confirmed || !a || !b || known.has(key(a.name, b.name))) return []
    return [
      {
        a: a.name,
        b: b.name,
        proposed: pair.grade,
        score: Math.round(pair.score * 100) / 100,
        words: [a.clause.text, b.clause.text],
      },
    ]
  })
}

export interface Proposal extends Required<Pick<Entry, 'a' | 'b' | 'proposed' | 'score'>> {
  readonly words: readonly [string, string]
}

const key = (a: string, b: string): string => [a, b].sort().join(' ')
/** A clause without an id goes by its line, which the next edit moves. */
const hasOwnId = ({ id, line }: MatrixClause): boolean => id !== `line-${line}`

const HEADING = `# Which clauses of different schools belong together. "proposed" and "score" are the tool's. Confirm or correct a pair by adding
# "grade": same, variant, related, or none for no pair. What stands here is never changed by the tool; it adds new proposals at the end.
pairs:
`

/** The text of the concordance with proposals at its end; everything that stands in it stays, byte for byte where its form allows. */
export function withProposals(source: string | undefined, proposals: readonly Proposal[]): string {
  if (source === undefined) return HEADING + proposals.map((proposal) => entryText(proposal, '  ')).join('')
  const document = parseDocument(source, { stringKeys: true })
  const before = pairsIn(source)
  const last = isMap(document.contents) ? document.contents.items.at(-1) : undefined
  const list = last?.value
  if (isScalar(last?.key) && last.key.value === 'pairs' && isSeq(list) && !list.flow && list.range) {
    const indent = ' '.repeat(list.range[0] - (source.lastIndexOf('\n', list.range[0]) + 1))
    const appended = `${source.replace(/\n*$/, '\n')}${proposals.map((proposal) => entryText(proposal, indent)).join('')}`
    const after = pairsIn(appended)
    const kept = JSON.stringify(after?.slice(0, before?.length)) === JSON.stringify(before)
    if (after && kept && after.length === (before?.length ?? 0) + proposals.length) return appended
  }
  const plain = proposals.map(({ words: _, ...entry }) => document.createNode(entry))
  if (isSeq(list)) for (const node of plain) document.addIn(['pairs'], node)
  else document.set('pairs', plain)
  return document.toString({ lineWidth: 0 })
}

function pairsIn(source: string): unknown[] | undefined {
  const document = parseDocument(source, { stringKeys: true })
  if (document.errors.length > 0) return undefined
  return (document.toJS() as { pairs?: unknown[] | null } | null)?.pairs ?? []
}

/** Words that let a person see which clauses are meant. */
const SHOWN = 14

function entryText({ a, b, proposed, score, words }: Proposal, indent: string): string {
  const comments = words.map((text) => {
    const all = text
      .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
      .trim()
      .split(' ')
    return `${indent}# ${all.slice(0, SHOWN).join(' ')}${all.length > SHOWN ? ' …' : ''}\n`
  })
  const name = (value: string) => (/^[\w./-]+#[\w-]+$/.test(value) ? value : JSON.stringify(value))
  return `${comments.join('')}${indent}- a: ${name(a)}\n${indent}  b: ${name(b)}\n${indent}  proposed: ${proposed}\n${indent}  score: ${score}\n`
}

/** Whether proposals may be added: a file that could not be read whole is left alone. */
export const mayWrite = ({ messages }: Concordance): boolean => !hasErrors(messages)
