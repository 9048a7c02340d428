import type { ProposedAttachment } from '../commands/attach.js'
import { type Context, readersLanguage } from '../commands/context.js'
import { yesOrNo } from '../language/index.js'
import { plainText } from '../model/index.js'
import { wordMessage } from '../present/messages/index.js'
import { type Attached, attachedTo, type Confirmed, judgeAttachment, sureOnes } from '../tailor/index.js'
import { loadWording } from '../workspace/index.js'
import type { Io } from './io.js'

/**
 * Asks a person clause by clause which provision it is, the least sure first: yes, no, or the name of another. Those that are sure can be taken
 * together. An empty line leaves a clause the school's own.
 */
export async function askAttachment(
  context: Context,
  { loaded, proposal }: ProposedAttachment,
  io: Pick<Io, 'ask' | 'err'>,
): Promise<Confirmed> {
  const wording = loadWording(context.workspace, readersLanguage(context, loaded.policy.metadata.lang))
  const all = sureOnes(proposal)
  const whole =
    all.clauses.size > 0 && yesOrNo(await io.ask(`${wording('attach.ask-sure', { count: all.clauses.size })} []: `)) === true
  const clauses = new Map<string, Attached>(whole ? all.clauses : [])
  const asked = proposal.clauses.filter(({ provision, sure }) => provision && !(whole && sure)).sort((a, b) => a.score - b.score)
  for (let at = 0; at < asked.length; ) {
    const { name, clause, provision, score, covers } = asked[at] as (typeof asked)[number]
    if (!provision) continue
    const percent = Math.round(100 * score)
    io.err(`${at + 1}/${asked.length} ${name}\n  ${clause.number ?? ''} ${plainText(clause.node).replace(/\s+/g, ' ')}\n`)
    io.err(
      `  ${wording('attach.model', { id: provision.id, percent })} ${plainText(provision.clause.node).replace(/\s+/g, ' ')}\n`,
    )
    const answer = (await io.ask(`${wording('attach.ask')} []: `)).trim()
    const said = yesOrNo(answer)
    if (answer !== '' && said !== false) {
      const attached = said === true ? attachedTo(provision, covers) : { provision: answer, covers: [] }
      const wrong = judgeAttachment(proposal, new Map([...clauses, [name, attached]]))
      if (wrong) {
        io.err(`${wordMessage(wrong, wording).reason}\n`)
        continue
      }
      clauses.set(name, attached)
    }
    at++
  }
  return { clauses, parameters: all.parameters }
}
