import type { Planned } from '../commands/plan.js'
import { plainText } from '../model/index.js'
import { type Context, readersLanguage } from '../secretariat/context.js'
import { openSteps, type UpgradeDecision, type UpgradeDecisions } from '../tailor/index.js'
import { loadWording } from '../workspace/index.js'
import type { Io } from './io.js'

/**
 * Asks a person about every provision that the school and its template both changed: the three texts, what can be decided, and why. An empty line
 * leaves the question open.
 */
export async function askDecisions(
  context: Context,
  { adapted, plan }: Planned,
  io: Pick<Io, 'ask' | 'err'>,
): Promise<UpgradeDecisions> {
  const wording = loadWording(context.workspace, readersLanguage(context, adapted.loaded.policy.metadata.lang))
  const asked = openSteps(plan).filter(({ id }) => id !== undefined)
  const decisions = new Map<string, UpgradeDecision>()
  for (const [at, { id = '', base, theirs, ours, beside, ways, outcome }] of asked.entries()) {
    io.err(`${at + 1}/${asked.length} ${id}\n`)
    for (const [key, node] of [
      ['former', base],
      [outcome === 'new-optional' ? 'optional' : 'template', theirs],
      ['school', ours],
    ] as const) {
      if (node) io.err(`  ${wording(`decisions.${key}`)} ${plainText(node).replace(/\s+/g, ' ')}\n`)
    }
    if (beside) {
      const said = wording(`decisions.${beside.isLeftOut ? 'left-out' : 'beside'}`, { id: beside.id })
      io.err(`  ${said} ${plainText(beside.node).replace(/\s+/g, ' ')}\n`)
    }
    const answer = (await io.ask(`${ways.join(', ')} []: `)).trim().toLowerCase()
    const way = answer === '' ? undefined : ways.find((each) => each.startsWith(answer))
    if (!way) continue
    const words = way === 'own' ? (await io.ask(`${wording('ask.words')}: `)).trim() : ''
    const why = (await io.ask(`${wording('ask.why')}: `)).trim()
    decisions.set(id, { way, ...(why === '' ? {} : { why }), ...(words === '' ? {} : { words }) })
  }
  return decisions
}
