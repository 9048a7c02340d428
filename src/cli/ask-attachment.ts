import type { ProposedAttachment } from '../commands/attach.js'
import { valueInWords, yesOrNo } from '../language/index.js'
import { type Message, type ParameterValue, plainText } from '../model/index.js'
import type { Wording } from '../present/index.js'
import { wordMessage } from '../present/messages/index.js'
import { type Context, readersLanguage } from '../secretariat/context.js'
import {
  type Attached,
  type AttachmentProposal,
  askedIn,
  attachedAs,
  attachedTo,
  type Confirmed,
  filledBy,
  judgeAttachment,
  nameOfProvision,
  otherIn,
  type Proposed,
  percentOf,
  questionsOf,
  readAnswer,
  reasonOf,
  seemingOf,
  sureOnes,
} from '../tailor/index.js'
import { loadWording } from '../workspace/index.js'
import type { Io } from './io.js'

/**
 * Asks a person clause by clause which provision it is: yes, no, or the name of another; of what may be one, its name. Those that are sure can be taken
 * together. An empty line leaves a clause the school's own. Then what the school filled in, value by value.
 */
export async function askAttachment(
  context: Context,
  { loaded, proposal }: ProposedAttachment,
  io: Pick<Io, 'ask' | 'err'>,
): Promise<Confirmed> {
  const wording = loadWording(context.workspace, readersLanguage(context, loaded.policy.metadata.lang))
  const all = sureOnes(proposal).clauses
  const whole = all.size > 0 && yesOrNo(await io.ask(`${wording('attach.ask-sure', { count: all.size })} []: `)) === true
  const clauses = new Map<string, Attached>(whole ? all : [])
  const sure = whole ? [] : proposal.clauses.filter((each) => each.sure)
  const asked = [...askedIn(proposal), ...[...sure].sort((a, b) => a.score - b.score)]
  for (let at = 0; at < asked.length; ) {
    const each = asked[at] as Proposed
    const { name } = each
    io.err(`${at + 1}/${asked.length} ${name}\n${linesOf(each, wording).join('\n')}\n`)
    const seeming = seemingOf(each)
    const answer = (await io.ask(`${wording(seeming ? 'attach.ask' : 'attach.ask-which')} []: `)).trim()
    const said = yesOrNo(answer)
    if (answer !== '' && said !== false) {
      const attached = said === true && seeming ? attachedAs(each) : attachedTo(proposal, clauses, each, answer)
      const wrong = judgeAttachment(proposal, new Map([...clauses, [name, attached]]))
      if (wrong) {
        io.err(`${wordMessage(wrong, wording).reason}\n`)
        continue
      }
      clauses.set(name, attached)
    }
    at++
  }
  return { clauses, parameters: await askValues(proposal, clauses, wording, io) }
}

/** A clause and all that a yes confirms of it. */
function linesOf(proposed: Proposed, wording: Wording): readonly string[] {
  const { clause, provision, covers, others } = proposed
  const seeming = seemingOf(proposed)
  const line = (node: Proposed['clause']['node']): string => plainText(node).replace(/\s+/g, ' ')
  const percent = percentOf(proposed)
  const reason = reasonOf(proposed, wording)
  return [
    `  ${clause.number ?? ''} ${line(clause.node)}`,
    ...(seeming ? [`  ${wording('attach.model', { id: nameOfProvision(seeming), percent })} ${line(seeming.clause.node)}`] : []),
    ...(seeming && !provision ? [`  ${wording('attach.again')}`] : []),
    ...(reason === undefined ? [] : [`  ${reason}`]),
    ...others.map((each) => `  ${otherIn(proposed, each, wording)}`),
    ...(provision && covers.length > 0 ? [`  ${wording('templates.attach.covers', { names: covers.join(', ') })}`] : []),
  ]
}

/** What confirmed clauses say was filled in, each value confirmed or put right; an empty line leaves it out. */
async function askValues(
  proposal: AttachmentProposal,
  clauses: Confirmed['clauses'],
  wording: Wording,
  io: Pick<Io, 'ask' | 'err'>,
): Promise<Confirmed['parameters']> {
  const { template } = proposal
  const { lang } = template.metadata
  const parameters: Record<string, ParameterValue> = {}
  const questions = new Map(questionsOf(template).flatMap((each) => (each.kind === 'parameter' ? [[each.name, each]] : [])))
  const found = filledBy(proposal, clauses)
  for (let at = 0; at < found.length; ) {
    const { name, value } = found[at] as (typeof found)[number]
    const question = questions.get(name)
    const answer = (await io.ask(`${wording('attach.ask-value', { name, value: valueInWords(value, lang) })} []: `)).trim()
    const said = yesOrNo(answer)
    const read =
      said === true || !question ? { value } : answer === '' || said === false ? {} : readAnswer(question, answer, lang)
    if ('wrong' in read) {
      const place = { file: template.file, line: 1, column: 1 }
      io.err(`${wordMessage({ rule: 'answer/value', severity: 'error', ...read.wrong, place } as Message, wording).reason}\n`)
      continue
    }
    if (read.value !== undefined) parameters[name] = read.value
    at++
  }
  return parameters
}
