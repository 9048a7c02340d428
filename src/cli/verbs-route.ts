import { DECISIONS, type DecisionOutcome, RIGHTS } from '../model/index.js'
import { UsageError } from '../secretariat/context.js'
import { TABLE_FORMATS } from '../secretariat/formats.js'
import { given, names, type Options, type Session, type Verb } from './verb.js'

const GIT = ['--git', 'commit the texts of this step in git, and nothing else'] as const
const CERTIFICATE = ['--certificate <file>', 'sign with this certificate and its key, .p12 or .pfx'] as const

/** Where the password of a certificate stands when nobody can be asked: never in an option, which others on the machine can see. */
const PASSWORD = 'CLAUSULE_CERTIFICATE_PASSWORD'

async function certificateOf({ certificate: named }: Options, { env, askSecretly, say }: Session) {
  if (named === undefined) return {}
  const file = String(named)
  const password = env[PASSWORD] ?? (await askSecretly?.(say({ phrase: 'ask.certificate-password', values: { file } })))
  if (password === undefined) throw new UsageError({ phrase: 'usage.certificate-password', values: { variable: PASSWORD } })
  return { certificate: { file, password } }
}

/** The verbs by which a text goes from draft to release, and the one that says how far each is. */
export const ROUTE_VERBS: readonly Verb[] = [
  {
    name: 'propose',
    usage: 'propose <policy>',
    description: 'fix the words that are put before the bodies, and make the papers they decide on',
    example: 'clausule propose allure/social-media',
    options: [['--policy-version <version>', 'the version it is to be (default: by how grave the changes are)'], GIT],
    run: async (context, [wanted], options) =>
      (await import('../commands/propose.js')).proposePolicy(context, String(wanted), {
        ...given(options, ['git']),
        ...(options.policyVersion === undefined ? {} : { version: String(options.policyVersion) }),
      }),
  },
  {
    name: 'decide',
    usage: 'decide <policy>',
    description: 'record what a body decided on exactly the words that were proposed',
    example: 'clausule decide allure/social-media --body GMR --decision positive --name "D. van Zon"',
    options: [
      ['--body <name>', 'who decided, as the route names them'],
      ['--decision <decision>', 'what they decided', DECISIONS],
      ['--right <right>', 'with which right (default: what the route says)', RIGHTS],
      ['--date <date>', 'when, YYYY-MM-DD (default: today)'],
      ['--name <name>', 'who signed'],
      ['--role <role>', 'in which role'],
      ['--remarks <text|file>', 'what they remarked: the words, or a text file that holds them'],
      ['--force <reason>', 'record it although it is not their turn, with the reason'],
      GIT,
    ],
    run: async (context, [wanted], options) => {
      const { body, decision, force } = options
      if (body === undefined || decision === undefined) throw new UsageError({ phrase: 'usage.decide' })
      const { decidePolicy } = await import('../commands/decide.js')
      return decidePolicy(context, String(wanted), {
        ...given(options, ['right', 'date', 'name', 'role', 'remarks', 'git']),
        ...(force === undefined ? {} : { forced: String(force) }),
        body: String(body),
        decision: decision as DecisionOutcome,
      })
    },
  },
  {
    name: 'release',
    usage: 'release <policy>',
    description: 'freeze the words that were decided on, make the final papers, and open the next draft',
    example: 'clausule release allure/social-media',
    options: [
      CERTIFICATE,
      ['--unproved', 'a text that came in as it was adopted, with decisions that nothing binds to its words'],
      ['--git', 'commit the texts of this step in git, and nothing else, and tag the release'],
    ],
    run: async (context, [wanted], options, session) =>
      (await import('../commands/release.js')).releasePolicy(context, String(wanted), {
        ...given(options, ['git', 'unproved']),
        ...(await certificateOf(options, session)),
      }),
  },
  {
    name: 'sign',
    usage: 'sign <file>',
    description: 'put a signature under the PDF of a release, in a file beside it',
    example: 'clausule sign out/allure/social-media-1.1.0.pdf --certificate voorzitter.p12',
    options: [CERTIFICATE, ['--output <file>', 'where to write it (default: beside it, as .signed.pdf)']],
    run: async (context, [file], options, session) => {
      const { certificate } = await certificateOf(options, session)
      if (!certificate) throw new UsageError({ phrase: 'usage.certificate' })
      const { signPaper } = await import('../commands/sign.js')
      return signPaper(context, String(file), { certificate, ...given(options, ['output']) })
    },
  },
  {
    name: 'withdraw',
    usage: 'withdraw <policy>',
    description: 'say that a policy is no longer in force',
    example: 'clausule withdraw allure/social-media --date 2027-08-01',
    options: [['--date <date>', 'since when, YYYY-MM-DD (default: today)'], GIT],
    run: async (context, [wanted], options) =>
      (await import('../commands/release.js')).withdrawPolicy(context, String(wanted), given(options, ['date', 'git'])),
  },
  {
    name: 'verify',
    usage: 'verify [names...]',
    description: 'say whether releases are what was decided on, and published files what their releases say',
    example: 'clausule verify out/allure/social-media-1.1.0.pdf',
    options: [],
    run: async (context, [wanted]) => (await import('../commands/verify.js')).verify(context, names(wanted)),
  },
  {
    name: 'status',
    usage: 'status [names...]',
    description: 'show where every policy stands: waiting for whom, in force, to be looked at again',
    example: 'clausule status --format xlsx',
    options: [
      ['--format <format>', 'what to make (default: what --output ends as, else text)', TABLE_FORMATS],
      ['--output <file>', 'where to write it (default: the terminal, or out/)'],
      ['--check', 'exit with 1 when a policy needs somebody'],
      ['--ics <file>', 'write a calendar of reviews and decisions as well'],
    ],
    run: async (context, [wanted], options) =>
      (await import('../commands/status.js')).statusOf(
        context,
        names(wanted),
        given(options, ['format', 'output', 'check', 'ics']),
      ),
  },
]
