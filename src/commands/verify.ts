import { extname } from 'node:path'
import { decisions, hashPolicy, isProved, verifyPolicy } from '../decide/index.js'
import { append, isOfRecord, type Message, type Phrase } from '../model/index.js'
import { correctedSince } from '../secretariat/corrected/index.js'
import {
  type Context,
  type Outcome,
  onceEach,
  requireWorkspace,
  selectPolicies,
  sharedLanguage,
  surroundings,
} from '../secretariat/index.js'
import { type Loaded, loadPolicy } from '../workspace/index.js'
import { textsOf } from './verify-changes.js'
import { formatOf, judgePaper, paperLines, type VerifiedPaper } from './verify-paper.js'

/** A release, and what is proved of it. */
export interface VerifiedRelease {
  readonly version: string
  /** Whether the decisions its route asks are bound to its words. */
  readonly proved: boolean
  /** It says of itself that it is a draft, or was only proposed: nobody released it. */
  readonly draft: boolean
  readonly decisions: readonly {
    readonly body: string | null
    readonly date: string | null
    readonly name: string | null
    /** Taken on earlier words, from which these are proved to differ in typography alone. */
    readonly kept: boolean
  }[]
}

export interface VerifiedPolicy {
  readonly policy: string
  /** `template` for a text that others adapt. */
  readonly kind: 'policy' | 'template'
  /** Oldest first. */
  readonly releases: readonly VerifiedRelease[]
}

export interface VerifyReport {
  readonly schema: 'clausule/verify@1'
  readonly policies: readonly VerifiedPolicy[]
  readonly papers: readonly VerifiedPaper[]
  readonly messages: readonly Message[]
}

/**
 * Whether releases are what was decided on, in an unbroken chain, and published files what their releases say: names of policies, all when none
 * is given, or files. Offline: everything is held against the workspace.
 */
export async function verify(context: Context, names: readonly string[]): Promise<Outcome<VerifyReport>> {
  requireWorkspace(context)
  const isPaper = (name: string) => formatOf(name) !== undefined && extname(name) !== '.md'
  const papers = names.filter(isPaper)
  const wanted = names.filter((name) => !isPaper(name))
  const selected =
    papers.length > 0 && wanted.length === 0
      ? { value: [], messages: [] }
      : selectPolicies(context, wanted, { own: true, templates: true })
  const messages: Message[] = [...selected.messages]
  const policies = selected.value.map((loaded) => {
    append(messages, broken(context, loaded))
    return { policy: loaded.ref, kind: loaded.entry?.kind ?? 'policy', releases: releasesOf(context, loaded) }
  })
  const judged: VerifiedPaper[] = []
  const texts: Loaded[] = [...selected.value]
  for (const file of papers) {
    context.progress?.({ phrase: 'doing.checking', values: { file } })
    const { value, messages: found, working } = await judgePaper(context, file)
    append(messages, found)
    if (working) texts.push(working)
    judged.push(value)
  }
  return {
    messages,
    ...sharedLanguage((texts.length > 0 ? texts : textsOf(context).map(({ loaded }) => loaded)).map(({ policy }) => policy)),
    fails: judgedOn(policies, wanted.length > 0).some((proved) => !proved) || judged.some(({ proved }) => proved === false),
    data: { schema: 'clausule/verify@1', policies, papers: judged, messages },
    text: (_paint, say) =>
      [...policies.flatMap((each) => linesOf(each, wanted.length > 0)), ...judged.flatMap(paperLines)].map(say).join('\n'),
    written: [],
  }
}

/** Whether the last release of each is proved. Editions of a template may have been copied where they stand: they count where they are asked about. */
const judgedOn = (policies: readonly VerifiedPolicy[], isNamed: boolean): readonly boolean[] =>
  policies.flatMap(({ kind, releases }) => (kind === 'policy' || isNamed ? (releases.at(-1)?.proved ?? []) : []))

/** What is wrong between a text, its releases and the decisions: of the working text and of each release. */
function broken(context: Context, loaded: Loaded): readonly Message[] {
  const load = ({ version }: { version: string }) =>
    loadPolicy(context.workspace, `${loaded.entry?.name}@${version}`, context.cwd).value ?? []
  const all = loaded.origin === 'working' ? [...(loaded.entry?.releases ?? []).flatMap(load), loaded] : [loaded]
  const found = all
    .flatMap((each) => verifyPolicy(each.policy, surroundings(context, each, correctedSince)))
    .filter(({ rule }) => /^(?:release|decision|proposal|version)\//.test(rule))
  // A release is judged with each text that goes on from it, too.
  return onceEach(found)
}

function releasesOf(context: Context, loaded: Loaded): readonly VerifiedRelease[] {
  const { releases } = surroundings(context, loaded, correctedSince)
  return releases.map((release, i): VerifiedRelease => {
    const { policy, version, keeps } = release
    return {
      version,
      draft: !isOfRecord(policy),
      proved: isProved(release, releases[i + 1]?.policy ?? loaded.policy),
      decisions: decisions(policy.metadata, hashPolicy(policy), keeps).flatMap(({ approval, body, standing }) =>
        approval && standing !== 'superseded'
          ? [{ body: body ?? null, date: approval.date ?? null, name: approval.name ?? null, kept: standing === 'kept' }]
          : [],
      ),
    }
  })
}

function linesOf({ policy, kind, releases }: VerifiedPolicy, isNamed: boolean): Phrase[] {
  if (releases.length === 0) return kind === 'template' && !isNamed ? [] : [{ phrase: 'verified.none', values: { name: policy } }]
  return releases.map(({ version, proved, draft, decisions: taken }): Phrase => {
    if (draft) return { phrase: 'verified.draft', values: { release: `${policy}@${version}` } }
    const by = taken.map(({ body, name, date }) => [body ?? name ?? '', date ?? ''].filter(Boolean).join(' '))
    const earlier = taken.some(({ kept }) => kept)
    if (proved && earlier)
      return {
        phrase: 'verified.proved-kept',
        values: {
          release: `${policy}@${version}`,
          by,
          earlier: taken.flatMap(({ kept, body, name }) => (kept ? [body ?? name ?? ''] : [])),
        },
      }
    return { phrase: proved ? 'verified.proved' : 'verified.unproved', values: { release: `${policy}@${version}`, by } }
  })
}
