import type { Context, Outcome } from '../secretariat/context.js'
import { DOCUMENT_FORMATS, TABLE_FORMATS } from '../secretariat/formats.js'
import { given, type Options, type Session, text, type Verb } from './verb.js'

/** Asks a school again what it answered, and about what it edited. */
async function again(context: Context, name: string, options: Options, session: Session): Promise<Outcome<unknown>> {
  const { adaptAgain, answeredBy, planAgain } = await import('../commands/adapt-again.js')
  const flags = { ...given(options, ['answers', 'decisions']), dryRun: options.dryRun === true }
  const asks = session.terminal.in && session.terminal.out && options.answers !== '-' && options.decisions === undefined
  const answered = asks ? answeredBy(context, name).value : undefined
  if (!answered) return adaptAgain(context, name, flags)
  const { askAnswers } = await import('./ask-answers.js')
  const typed = options.answers === undefined ? await askAnswers(context, answered.edition, session, answered.answers) : undefined
  const all = { ...flags, ...(typed ? { typed } : {}) }
  const planned = planAgain(context, answered, all, new Map()).value
  if (!planned) return adaptAgain(context, name, all)
  const { askDecisions } = await import('./ask-decisions.js')
  return adaptAgain(context, name, { ...all, taken: await askDecisions(context, planned, session) })
}

/** What a school does with a template: take it, say where it deviates, take over the next edition. */
export const TEMPLATE_VERBS: readonly Verb[] = [
  {
    name: 'adapt',
    usage: 'adapt <template>',
    description:
      "make a school's policy from a template: asks what the template asks, or takes a file of answers; with --again, a policy that was made so answers anew",
    example: 'clausule adapt sector/social-media@1.0.0 --organisation "Basisschool De Linde"',
    options: [
      ['--organisation <name>', 'the folder or full name of the organisation that adapts it'],
      ['--as <name>', "the policy's name (default: the template's)"],
      ['--answers <file>', 'a YAML file with the answers; - prints an empty one'],
      ['--again', 'the name is that of a policy: ask again what it answered, and change what depends on it'],
      ['--decisions <file>', 'with --again, a YAML file of decisions on clauses that were edited; - prints one'],
      ['--dry-run', 'say what would be written and write nothing'],
    ],
    run: async (context, [template], options, session) => {
      if (options.again === true) return again(context, String(template), options, session)
      const { adapt, loadTemplate } = await import('../commands/adapt.js')
      const flags = { ...given(options, ['organisation', 'as', 'answers']), dryRun: options.dryRun === true }
      const asks = options.answers === undefined && session.terminal.in && session.terminal.out
      const edition = asks ? loadTemplate(context, String(template)).value : undefined
      if (!edition) return adapt(context, String(template), flags)
      const { askAnswers } = await import('./ask-answers.js')
      return adapt(context, String(template), { ...flags, typed: await askAnswers(context, edition, session) })
    },
  },
  {
    name: 'attach',
    usage: 'attach <policy>',
    description:
      'find which clause of a text that was copied from a model is which provision of it; with --apply, give it the ids',
    example: 'clausule attach linde/social-media --template sector/social-media@1.0.0',
    options: [
      ['--template <name>', 'the edition of the template it was copied from'],
      ['--decisions <file>', 'a YAML file of what is confirmed; - prints one with the proposal'],
      ['--apply', 'write the policy; what is not confirmed stays its own'],
      ['--format <format>', 'how to give the proposal (default: what --output ends as, else text)', DOCUMENT_FORMATS],
      ['--output <file>', 'where to write it (default: the terminal, or out/)'],
    ],
    run: async (context, [name], options, session) => {
      const { attach, proposalFor } = await import('../commands/attach.js')
      const flags = { ...given(options, ['template', 'decisions', 'format', 'output']), apply: options.apply === true }
      const asks = flags.apply && options.decisions === undefined && session.terminal.in && session.terminal.out
      const proposed = asks ? proposalFor(context, String(name), text(options.template)).value : undefined
      if (!proposed) return attach(context, String(name), flags)
      const { askAttachment } = await import('./ask-attachment.js')
      return attach(context, String(name), { ...flags, taken: await askAttachment(context, proposed, session) })
    },
  },
  {
    name: 'deviations',
    usage: 'deviations <policy>',
    description: "show where a school's policy is not as its template has it, and why: apply or explain",
    example: 'clausule deviations voorbeeldschool/social-media --format html',
    options: [
      ['--format <format>', 'what to make (default: what --output ends as, else text)', TABLE_FORMATS],
      ['--output <file>', 'where to write it (default: the terminal, or out/)'],
    ],
    run: async (context, [name], options) =>
      (await import('../commands/deviations.js')).deviationsCommand(context, String(name), given(options, ['format', 'output'])),
  },
  {
    name: 'upgrade',
    usage: 'upgrade <policy>',
    description: 'plan what taking over another edition of the template does to each clause; with --apply, do it',
    example: 'clausule upgrade voorbeeldschool/social-media --to 1.1.0',
    options: [
      ['--to <version>', 'the edition to take over (default: the latest)'],
      ['--apply', 'write the policy; what is not decided keeps its words and stays a question'],
      ['--decisions <file>', 'a YAML file of decisions; - prints one with the open questions'],
      ['--format <format>', 'how to give the plan (default: what --output ends as, else text)', DOCUMENT_FORMATS],
      ['--output <file>', 'where to write it (default: the terminal, or out/)'],
    ],
    run: async (context, [name], options, session) => {
      const { planFor, upgrade } = await import('../commands/upgrade.js')
      const flags = { ...given(options, ['to', 'decisions', 'format', 'output']), apply: options.apply === true }
      const asks = flags.apply && options.decisions === undefined && session.terminal.in && session.terminal.out
      const planned = asks ? planFor(context, String(name), text(options.to)).value : undefined
      if (!planned) return upgrade(context, String(name), flags)
      const { askDecisions } = await import('./ask-decisions.js')
      return upgrade(context, String(name), { ...flags, taken: await askDecisions(context, planned, session) })
    },
  },
]
