import { relative, resolve as resolvePath, sep } from 'node:path'
import { hasErrors, type Message, type Place, sortMessages } from '../model/index.js'
import { sideOf } from '../papers/index.js'
import { githubAnnotations, sarifLog, type WordedMessage, wordMessage } from '../present/messages/index.js'
import { clean, type Paint } from '../render/text/index.js'
import { type Resolved, resolve } from '../resolve/index.js'
import { correctedSince } from '../secretariat/corrected/index.js'
import {
  type Context,
  judge,
  type LintFormat,
  type Outcome,
  publish,
  readersLanguage,
  type Say,
  selectPolicies,
  sharedLanguage,
} from '../secretariat/index.js'
import { compareVersions, saidSince, sayingLess, staleSince } from '../versions/index.js'
import { brandOf, dictionaryOf, type Loaded, lastRelease, loadWording, loadWordings, unreadPolicies } from '../workspace/index.js'
import { type Mended, mendPolicies } from './mend.js'

export interface LintCommandOptions {
  readonly format?: LintFormat
  /** Warnings fail, too. */
  readonly strict?: boolean
  /** Mends what is certain; with `dryRun` it only says what it would mend. */
  readonly fix?: boolean
  readonly dryRun?: boolean
}

/** Judges policies by every rule; all working texts of the workspace when none is named. */
export function lint(
  context: Context,
  names: readonly string[],
  { format = 'text', strict = false, fix = false, dryRun = false }: LintCommandOptions = {},
): Outcome<{ schema: 'clausule/messages@1'; messages: readonly Message[]; mended?: readonly Mended[] }> {
  const selected = selectPolicies(context, names, { own: true, templates: true, write: fix })
  const mending = fix ? mendPolicies(context, selected.value) : undefined
  // What could not be read whole is not written back, nor anything beside it.
  const published = mending && publish(context, { outputs: mending.outputs, messages: selected.messages, dryRun })
  const mended = published?.written.length === mending?.outputs.length || dryRun ? (mending?.mended ?? []) : []
  const policies = mending && published?.written.length === mending.outputs.length ? mending.policies : selected.value
  const judged = policies.map((loaded) => judgeWhole(context, loaded))
  // What no output could be made with: once for each organisation.
  const owners = new Map(judged.map(({ organisation }) => [organisation?.file, organisation]))
  const messages = [
    ...selected.messages,
    ...(names.length === 0 && context.workspace ? unreadPolicies(context.workspace) : []),
    ...judged.flatMap((found) => found.messages),
    ...[...owners.values()].flatMap((owner) => brandOf(owner).messages),
  ]
  const count = policies.length
  const texts = sharedLanguage(selected.value.map(({ policy }) => policy))
  const none = { phrase: count === 1 ? 'done.no-findings' : 'done.no-findings-in', values: { count } } as const
  return {
    messages,
    ...texts,
    ...(strict ? { fails: messages.some(({ severity }) => severity === 'warning') } : {}),
    ...(format === 'text' ? {} : { listed: true }),
    data: { schema: 'clausule/messages@1', messages, ...(fix ? { mended } : {}) },
    text: (paint, say) => {
      if (format === 'text') {
        const clear = messages.length === 0 ? [paint('green', say(none))] : []
        const stopped = fix && !dryRun && hasErrors(selected.messages) ? [say({ phrase: 'done.nothing-mended' })] : []
        return [...mended.map((mend) => mendLine(mend, dryRun, paint, say)), ...stopped, ...clear].join('\n')
      }
      const wording = loadWording(context.workspace, readersLanguage(context, texts.lang))
      const worded = sortMessages(messages).map((message) => fromHere(context, wordMessage(message, wording)))
      return format === 'github' ? githubAnnotations(worded) : JSON.stringify(sarifLog(worded), null, 2)
    },
    written: published?.written ?? [],
  }
}

function mendLine({ file, line, column, was, becomes }: Mended, dryRun: boolean, paint: Paint, say: Say): string {
  const values = { place: `${file}:${line}:${column}`, was: clean(was), becomes }
  const said = was === '' ? ({ phrase: 'done.mend-id', values } as const) : ({ phrase: 'done.mend', values } as const)
  const done = say({ phrase: dryRun ? 'done.would-mend' : 'done.mended' })
  return `${paint('green', done)} ${say(said)}`
}

/** A message whose files are named from where the operator stands: that is what other programs know. */
function fromHere({ workspace, cwd }: Context, message: WordedMessage): WordedMessage {
  const here = (place: Place): Place => {
    if (place.file === undefined) return place
    return {
      ...place,
      file: relative(cwd, resolvePath(workspace?.root ?? cwd, place.file))
        .split(sep)
        .join('/'),
    }
  }
  const { place, related } = message
  return {
    ...message,
    ...(place ? { place: here(place) } : {}),
    ...(related ? { related: related.map((other) => ({ ...other, place: here(other.place) })) } : {}),
  }
}

/**
 * A working text judged by every rule. `since` is what a comparison with the release before it said, where it was made
 * already.
 */
export function judgeWhole(context: Context, loaded: Loaded, since?: readonly Message[]): ReturnType<typeof judge> {
  const judged = judge(context, loaded, correctedSince, { whole: true })
  const stale = (since ?? sinceRelease(context, loaded, judged.resolved)).filter((each) => !isTold(each, judged.messages))
  const { workspace } = context
  const isTemplate = loaded.origin === 'working' && loaded.entry?.kind === 'template'
  const wordings = workspace && isTemplate && loaded.entry ? loadWordings(workspace, loaded.entry).messages : []
  return { ...judged, messages: [...judged.messages, ...stale, ...wordings] }
}

/** A reference that leads nowhere now is one finding, wherever it led before. */
const isTold = ({ rule, form, place }: Message, messages: readonly Message[]): boolean =>
  form === 'gone' &&
  messages.some((other) => other.rule === rule && other.form === 'nowhere' && other.place?.line === place?.line)

/** What only the release before tells of a working text: typed references that led elsewhere, or somewhere, and changes that are called less than they are. */
function sinceRelease({ workspace, cwd }: Context, { entry, origin, ref, policy }: Loaded, next: Resolved): readonly Message[] {
  const old = origin === 'working' ? lastRelease(workspace, entry, cwd) : undefined
  if (!old) return []
  const sides = [sideOf(resolve(old.policy).value, old.ref), sideOf(next, ref)] as const
  return sayingLess(policy.metadata) ? saidSince(compareVersions(...sides, dictionaryOf).value, sides[1]) : staleSince(...sides)
}
