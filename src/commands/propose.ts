import { propose } from '../decide/index.js'
import { type Approval, hasErrors, type Message, type Phrase } from '../model/index.js'
import { correctedSince } from '../secretariat/corrected/index.js'
import {
  type Context,
  compareNamed,
  filesOf,
  gitHindrance,
  type KeptStep,
  keepInGit,
  type Outcome,
  publish,
  ready,
  UsageError,
  withWritten,
  writing,
} from '../secretariat/index.js'
import { summarise } from '../versions/index.js'
import { proposalPath } from '../workspace/index.js'
import { packOf } from './board-pack.js'
import { papersOf } from './build.js'

export interface ProposeReport {
  readonly schema: 'clausule/propose@1'
  readonly policy: string
  /** Null when nothing was proposed. */
  readonly version: string | null
  readonly hash: string | null
  /** The commit that keeps it; null where none was asked for or made. */
  readonly git: KeptStep | null
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

const VERSION = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/

/**
 * Fixes what is put before the bodies, and makes the papers they decide on: the policy, and where there is a release what changed since.
 * The text and its papers are written together or not at all.
 */
export async function proposePolicy(
  context: Context,
  name: string,
  { version, git = false }: { readonly version?: string; readonly git?: boolean } = {},
): Promise<Outcome<ProposeReport>> {
  if (version !== undefined && !VERSION.test(version)) throw new UsageError({ phrase: 'usage.version', values: { version } })
  const { value: text, messages: judged } = ready(context, name)
  const found = judged.map((message) => (isUnready(message) ? { ...message, severity: 'error' as const } : message))
  const policy = text?.loaded.ref ?? name
  const none = { schema: 'clausule/propose@1', policy, version: null, hash: null, git: null } as const
  const nothing = (messages: readonly Message[]): Outcome<ProposeReport> => {
    const published = publish(context, { outputs: [], messages })
    const lang = text ? { lang: text.loaded.policy.metadata.lang } : {}
    return { ...published, ...lang, data: { ...none, written: [], messages } }
  }
  // What was decided on words before these, or by another route, is asked anew: that is what proposing is for.
  const wrong = found.filter(
    ({ rule }) => rule !== 'decision/other-words' && rule !== 'decision/kept' && rule !== 'proposal/changed',
  )
  if (!text || hasErrors(wrong)) return nothing(found)
  const { loaded, entry, dossier } = text
  const former = dossier.releases.length > 0 ? compareNamed(context, [loaded.ref]).value : undefined
  const { significance } = former ? summarise(former.comparison) : { significance: undefined }
  // What an author says of a change is no proof.
  const isProved = former?.comparison.entries.every(({ reasons }) => reasons.every(({ kind }) => kind !== 'author'))
  const harmless = significance && isProved && significance.substantive === 0 && significance['to-read'] === 0
  const { value: step, messages: refused } = propose(dossier, {
    ...(harmless === undefined ? {} : { harmless }),
    ...(version === undefined ? {} : { version }),
    corrected: correctedSince(filesOf(context), entry, loaded.policy),
  })
  if (!step) return nothing([...wrong, ...refused])
  const working = writing(loaded, step.edits)
  const kept = writing(loaded, step.edits, proposalPath(entry, step.version, step.hash))
  const after = withWritten(context, [working, kept])
  const papers = await papersOf(after, [loaded.ref], ['pdf'])
  const pack = former ? await packOf(after, [loaded.ref]) : await papersOf(after, [loaded.ref], ['pdf', 'docx'], 'resolution')
  const making = {
    outputs: [working, kept, ...papers.outputs, ...pack.outputs],
    messages: [...papers.messages, ...pack.messages, ...(git ? gitHindrance(context) : [])],
  }
  const published = publish(context, making)
  const { lang } = loaded.policy.metadata
  const keeping = {
    said: { phrase: 'kept.proposal', values: { name: loaded.ref, version: step.version } },
    details: [`text ${step.hash}`],
  } as const
  const keptInGit = git ? keepInGit(context, published, keeping, true, lang) : undefined
  const messages = [...published.messages, ...(keptInGit?.messages ?? [])]
  const data = { ...none, version: step.version, hash: step.hash, git: keptInGit?.step ?? null, written: published.shown }
  return {
    ...published,
    messages,
    lang,
    data: { ...data, messages },
    text: (paint, say) =>
      [
        ...(hasErrors(published.messages)
          ? []
          : [
              say({ phrase: 'done.proposed-version', values: { name: loaded.ref, version: step.version } }),
              ...step.kept.map((each) => say(keptPhrase(each))),
            ]),
        published.text(paint, say),
        ...(keptInGit?.lines(say) ?? []),
      ].join('\n'),
  }
}

/** No body decides on words that only tell what to write, nor on a clause that no later version could name. */
const isUnready = ({ rule, form }: Message): boolean =>
  rule === 'id/missing' || (rule === 'placeholder/unfilled' && form === 'starter')

/** That a decision on earlier words stands, and by what was corrected. */
const keptPhrase = ({ body, name, kept }: Approval): Phrase => ({
  phrase: 'done.kept',
  values: { who: body ?? name ?? '', changes: (kept?.changes ?? []).map(({ was, becomes }) => `"${was}" → "${becomes}"`) },
})
