import { stringify } from 'yaml'
import { append, plainText } from '../../model/index.js'
import { questionsOf } from '../questions.js'
import { type AttachmentProposal, askedIn, isOwn, type Proposed, percentOf, seemingOf } from './propose.js'
import { nameOfProvision } from './provisions.js'
import { type AttachWords, otherIn, reasonOf } from './reasons.js'

interface SheetFacts {
  readonly policy: string
  readonly template: string
  /** The hash of what was proposed from. */
  readonly plan: string
}

/**
 * What is proposed as a file to be confirmed: what is not sure first, and nothing of it filled in; then what is sure, filled in. A provision of which several
 * clauses speak stands at one; the others name it under `covers`.
 */
export function attachmentSheet(
  proposal: AttachmentProposal,
  { policy, template, plan }: SheetFacts,
  words: AttachWords,
): string {
  const { clauses, missing } = proposal
  const asked = askedIn(proposal)
  const sure = clauses.filter((each) => each.sure)
  const own = clauses.filter(isOwn)
  const lines = [...comment(words('attach.head', { policy, template })), `plan: ${plan}`, `template: ${template}`, '']
  append(lines, parameterLines(proposal, words))
  if (asked.length + sure.length === 0) lines.push('clauses: []')
  else append(lines, [...comment(words('attach.covers')), 'clauses:'])
  if (asked.length > 0)
    append(lines, [...comment(words('attach.asked'), 2), ...asked.flatMap((each) => entry(each, words, false))])
  if (sure.length > 0) append(lines, [...comment(words('attach.sure'), 2), ...sure.flatMap((each) => entry(each, words, true))])
  const rest = (key: 'own' | 'missing', named: readonly (readonly [string, string])[]) => {
    if (named.length === 0) return
    append(lines, ['', ...comment(words(`attach.${key}`)), ...named.flatMap(([name, said]) => comment(`  ${name}: ${said}`))])
  }
  rest(
    'own',
    own.map(({ name, clause }) => [name, oneLine(plainText(clause.node))]),
  )
  rest(
    'missing',
    missing.map(({ id, clause }) => [id, oneLine(plainText(clause.node))]),
  )
  return `${lines.join('\n')}\n`
}

function parameterLines({ template, school, filled }: AttachmentProposal, words: AttachWords): readonly string[] {
  const own = school.metadata.parameters ?? {}
  const asked = questionsOf(template).flatMap((question) =>
    question.kind === 'parameter' && !Object.hasOwn(own, question.name) ? [question] : [],
  )
  if (asked.length === 0) return []
  const lines = asked.flatMap(({ name, declaration: { description } }) => {
    const found = filled.find((each) => each.name === name)
    const count = found && (found.count === 1 ? words('attach.count-one') : words('attach.count', { count: found.count }))
    const help = [description, count].filter((each) => each !== undefined).join('. ')
    return [...(help === '' ? [] : comment(help, 2)), ...field(name, found?.value, 2)]
  })
  return [...comment(words('attach.parameters')), 'parameters:', ...lines, '']
}

function entry(proposed: Proposed, words: AttachWords, filled: boolean): readonly string[] {
  const { name, clause, provision, covers, others } = proposed
  const seeming = seemingOf(proposed)
  const number = clause.number === undefined ? '' : `${clause.number} `
  const variant = provision?.variant
  const reason = reasonOf(proposed, words)
  return [
    `  - ${stringify({ clause: name }).trimEnd()}`,
    ...comment(`${number}${oneLine(plainText(clause.node))}`, 4),
    ...(seeming
      ? comment(
          `${words('attach.model', { id: nameOfProvision(seeming), percent: percentOf(proposed) })} ${oneLine(plainText(seeming.clause.node))}`,
          4,
        )
      : []),
    ...(reason === undefined ? [] : comment(reason, 4)),
    ...(seeming && !provision ? comment(words('attach.again'), 4) : []),
    ...(filled || covers.length === 0 || !provision
      ? []
      : comment(words('templates.attach.covers', { names: covers.join(', ') }), 4)),
    ...others.flatMap((each) => comment(otherIn(proposed, each, words), 4)),
    ...field('provision', filled ? provision?.id : undefined, 4),
    ...(variant === undefined ? [] : field('variant', filled ? variant : undefined, 4)),
    ...(covers.length === 0 ? [] : [`    covers: [${filled ? covers.join(', ') : ''}]`]),
  ]
}

const field = (name: string, value: unknown, indent: number): readonly string[] =>
  (value === undefined ? `${name}:` : stringify({ [name]: value }, { lineWidth: 0 }).trimEnd())
    .split('\n')
    .map((line) => ' '.repeat(indent) + line)
const comment = (said: string, indent = 0): readonly string[] => [`${' '.repeat(indent)}# ${said}`.trimEnd()]
const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()
