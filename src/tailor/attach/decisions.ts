import * as z from 'zod'
import type { Message, ParameterValue, Place, Result, Unruled } from '../../model/index.js'
import { oneRule, parseYaml, yamlPlaces } from '../../read/index.js'
import { given, readAnswer } from '../answers.js'
import { questionsOf } from '../questions.js'
import { type Filled, filledIn } from './fill.js'
import { type AttachmentProposal, type Proposed, seemingOf } from './propose.js'
import { nameOfProvision, type Provision } from './provisions.js'

/** What a person confirmed of one clause: the provision it is, the variant of it, and what it says beside or of another. */
export interface Attached {
  readonly provision?: string
  readonly variant?: string
  readonly covers: readonly string[]
}

/** What was confirmed of a text: its clauses by name, and what the school filled in. */
export interface Confirmed {
  readonly clauses: ReadonlyMap<string, Attached>
  readonly parameters: Readonly<Record<string, ParameterValue>>
}

/** Whether no clause was confirmed to be a provision, or to say one. */
export const confirmsNothing = ({ clauses }: Pick<Confirmed, 'clauses'>): boolean =>
  [...clauses.values()].every(({ provision, covers }) => provision === undefined && covers.length === 0)

const sheetSchema = z.strictObject({
  plan: z.string().optional(),
  template: z.string().optional(),
  parameters: z.record(z.string(), given).nullish(),
  clauses: z
    .array(
      z.strictObject({
        clause: z.string(),
        provision: z.string().nullish(),
        variant: z.string().nullish(),
        covers: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
})

/** A file of decisions as it was filled in. */
interface AttachSheet {
  /** The proposal it was made of, and its template. */
  readonly plan?: string
  readonly template?: string
  readonly confirmed: (proposal: AttachmentProposal) => Result<Confirmed>
}

/** Reads a file of decisions. A clause without a provision is not decided: it stays the school's own. */
export function readAttachSheet(source: string, file: string): Result<AttachSheet> {
  const origin = { file, firstLine: 1 }
  const { value: sheet, messages } = parseYaml(source, sheetSchema, oneRule('decision/value'), origin)
  const placeOf = yamlPlaces(source, origin)
  const confirmed = (proposal: AttachmentProposal): Result<Confirmed> => {
    const rows = (sheet?.clauses ?? []).map(({ clause, provision, variant, covers }, at) => ({
      clause,
      ...(provision ? { provision } : {}),
      ...(variant ? { variant } : {}),
      covers: covers ?? [],
      place: placeOf(['clauses', at]),
    }))
    return judged(proposal, rows, sheet?.parameters ?? {}, (name) => placeOf(['parameters', name]))
  }
  const { plan, template } = sheet ?? {}
  return { value: { ...(plan ? { plan } : {}), ...(template ? { template } : {}), confirmed }, messages }
}

interface Row extends Attached {
  readonly clause: string
  readonly place: Place
}

/** Decisions judged by what there is to decide: each clause once, each provision once, and only what is there. */
function judged(
  proposal: AttachmentProposal,
  rows: readonly Row[],
  parameters: Readonly<Record<string, z.output<typeof given>>>,
  placeOf: (parameter: string) => Place,
): Result<Confirmed> {
  const messages: Message[] = []
  const report = (said: Unruled<'decision/value'> & { readonly expected?: readonly string[] }, place: Place) =>
    void messages.push({ rule: 'decision/value', severity: 'error', ...said, place } as Message)
  const open = new Map(proposal.clauses.map((each) => [each.name, each]))
  const provisions = new Map<string, Provision[]>()
  for (const each of proposal.provisions) provisions.set(each.id, [...(provisions.get(each.id) ?? []), each])
  const clauses = new Map<string, Attached>()
  const taken = new Map([...proposal.attached].map((id) => [id, id]))
  for (const { clause, place, ...attached } of rows) {
    const own = open.get(clause)
    if (!own) report({ form: 'unknown', values: { id: clause } }, place)
    else if (clauses.has(clause)) report({ form: 'twice', values: { id: clause } }, place)
    else {
      clauses.set(clause, attached)
      const { provision } = attached
      for (const name of [...(provision === undefined ? [] : [provision]), ...attached.covers])
        if (!provisions.has(name))
          report({ form: 'choice', values: { id: clause, choice: name }, expected: near(name, [...provisions.keys()]) }, place)
      const members = provision === undefined ? undefined : provisions.get(provision)
      if (provision === undefined || !members) continue
      const other = taken.get(provision)
      if (other !== undefined) report({ form: 'shared', values: { id: clause, other, provision } }, place)
      taken.set(provision, clause)
      const variants = members.flatMap(({ variant }) => variant ?? [])
      if (attached.variant !== undefined && !variants.includes(attached.variant))
        report({ form: 'choice', values: { id: clause, choice: attached.variant }, expected: variants }, place)
      if ((own.clause.kind === 'section') !== (members[0]?.clause.kind === 'section'))
        report({ form: 'kind', values: { id: clause, provision } }, place)
    }
  }
  const read = readParameters(proposal, parameters, placeOf)
  return { value: { clauses, parameters: read.value }, messages: [...messages, ...read.messages] }
}

/** What is wrong with what was confirmed so far; nothing where it will do. */
export function judgeAttachment(proposal: AttachmentProposal, clauses: ReadonlyMap<string, Attached>): Message | undefined {
  const place = { file: proposal.school.file, line: 1, column: 1 }
  const rows = [...clauses].map(([clause, attached]) => ({ clause, ...attached, place }))
  return judged(proposal, rows, {}, () => place).messages[0]
}

function readParameters(
  { template, school }: AttachmentProposal,
  parameters: Readonly<Record<string, z.output<typeof given>>>,
  placeOf: (parameter: string) => Place,
): Result<Confirmed['parameters']> {
  const questions = questionsOf(template)
  const messages: Message[] = []
  const value: Record<string, ParameterValue> = {}
  const report = (wrong: object, name: string) =>
    void messages.push({ rule: 'answer/value', severity: 'error', ...wrong, place: placeOf(name) } as Message)
  for (const [name, raw] of Object.entries(parameters)) {
    const question = questions.find((each) => each.kind === 'parameter' && each.name === name)
    if (!question) {
      report(
        {
          form: 'unknown',
          values: { name },
          expected: questions.flatMap((each) => (each.kind === 'parameter' ? each.name : [])),
        },
        name,
      )
      continue
    }
    // What the school did not fill in is not asked here.
    if (raw === null || raw === '') continue
    const read = readAnswer(question, raw, template.metadata.lang)
    if ('wrong' in read) report(read.wrong, name)
    else if (read.value !== undefined) value[name] = read.value
  }
  const own = school.metadata.parameters ?? {}
  for (const [name, its] of Object.entries(value)) {
    // Another value would change what the text prints.
    if (Object.hasOwn(own, name) && JSON.stringify(own[name]) !== JSON.stringify(its))
      report({ form: 'other', values: { name, value: String(its) } }, name)
  }
  return { value, messages }
}

/** The names that begin as a wrong one does. */
const near = (name: string, known: readonly string[]): readonly string[] =>
  known.filter((each) => each.slice(0, 3) === name.slice(0, 3))

/** The provision that was confirmed, in the variant that was; in its first where none was named. */
export const provisionOf = (provisions: readonly Provision[], { provision, variant }: Attached): Provision | undefined =>
  provisions.find((each) => each.id === provision && (variant === undefined || each.variant === variant))

/** What the school seems to have filled in, by the clauses that were confirmed and no others; without what its front matter has already. */
export function filledBy(
  { school, template, names, clauses, provisions }: AttachmentProposal,
  confirmed: Confirmed['clauses'],
): readonly Filled[] {
  const own = school.metadata.parameters ?? {}
  const found = clauses.flatMap(({ name, clause }) => {
    const attached = confirmed.get(name)
    const provision = attached && provisionOf(provisions, attached)
    return provision ? [{ clause, provision }] : []
  })
  return filledIn(template, found, names).filter(({ name }) => !Object.hasOwn(own, name))
}

/** Everything that is proposed and sure, as if a person had confirmed it. */
export function sureOnes(proposal: AttachmentProposal): Confirmed {
  const clauses = new Map(
    proposal.clauses.flatMap(({ name, provision, sure, covers }) =>
      provision && sure ? [[name, attachedAs({ provision, covers })] as const] : [],
    ),
  )
  return { clauses, parameters: Object.fromEntries(filledBy(proposal, clauses).map(({ name, value }) => [name, value])) }
}

/** What a yes to a proposal confirms. */
export const attachedAs = ({ provision, covers }: Pick<Proposed, 'covers' | 'provision'>): Attached => ({
  ...(provision ? { provision: provision.id } : {}),
  ...(provision?.variant === undefined ? {} : { variant: provision.variant }),
  covers,
})

/**
 * What the name of a provision confirms of a clause, with its variant behind a comma where it has one: that the clause is it, or, where it only may be
 * that and another was confirmed to be, that it says it, too.
 */
export function attachedTo(
  { provisions }: Pick<AttachmentProposal, 'provisions'>,
  confirmed: Confirmed['clauses'],
  { others, ...each }: Pick<Proposed, 'again' | 'others' | 'provision'>,
  name: string,
): Attached {
  const named = provisions.find((each) => nameOfProvision(each) === name)
  const { id, variant } = named ?? { id: name }
  const may = !seemingOf(each) && others.some((other) => other.id === id)
  if (may && [...confirmed.values()].some(({ provision }) => provision === id)) return { covers: [id] }
  return { provision: id, ...(variant === undefined ? {} : { variant }), covers: [] }
}
