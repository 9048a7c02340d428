import type { Imported } from '../import/index.js'
import {
  type Approval,
  clauses,
  compareVersion,
  documentDate,
  hasErrors,
  type Message,
  type Metadata,
  type Phrase,
  type Policy,
  type Result,
  type Unruled,
} from '../model/index.js'
import { editFrontMatter, readPolicy, writePolicy, type YamlEdit } from '../read/index.js'
import { numberClauses } from '../resolve/index.js'
import { asVersionOf } from '../tailor/index.js'
import { hashPolicy } from './hash.js'

/** A policy's files: its working text and its releases by version. */
export interface Shelf {
  /** `organisation/policy` */
  readonly name: string
  readonly working: string
  readonly releases: ReadonlyMap<string, string>
}

/** What an import made of a shelf, and what it did, for the operator to read. */
interface Shelved {
  readonly shelf: Shelf
  readonly policy: Policy
  readonly markdown: string
  /** What was done with it, of what file. */
  readonly done: (file: string) => Phrase
}

type Step = { readonly as: 'newer' | 'older'; readonly version: string; readonly why: Phrase }

/**
 * Puts an imported file among the versions of a policy. By version, else by date, it is older or newer than the working text: an older one
 * becomes a release; a newer one becomes the working text, and the one before it a release. Nothing on the shelf is lost or changed;
 * where there is no room for the file there is an error and no value.
 */
export function addVersion(shelf: Shelf, imported: Imported): Result<Shelved | undefined> {
  const read = readPolicy(shelf.working, `${shelf.name}.md`)
  if (hasErrors(read.messages)) return refusal(shelf, { form: 'unread' })
  const working = read.value
  const released = [...shelf.releases].map(([version, text]) => ({
    version,
    policy: readPolicy(text, `${shelf.name}@${version}.md`).value,
  }))
  const versions = [{ version: working.metadata.version, policy: working }, ...released]
  const taken = new Set(versions.flatMap(({ policy }) => clauses(policy).flatMap(({ id }) => id ?? [])))
  const versionOf = (base: Policy) => asVersionOf(base, imported.policy, { carried: imported.carried, taken })
  const known = versions.find(({ policy }) => hasWordsOf(versionOf(policy), imported.policy, policy))
  if (known) {
    const release = `${shelf.name} ${known.version ?? ''}`
    const done = (file: string): Phrase => ({ phrase: 'done.nothing-new', values: { file, release } })
    return { value: { shelf, policy: known.policy, markdown: writePolicy(known.policy), done }, messages: [] }
  }
  const open = opened(working, released)
  const step = open ? revising(open, working, released, imported) : decide(working, released, imported)
  if ('form' in step) return refusal(shelf, step)

  const later = released.filter(({ version }) => compareVersion(version, step.version) > 0)
  const nearest = step.as === 'older' ? (later[0]?.policy ?? working) : working
  const body = versionOf(nearest)
  const formers = [working, ...released.map(({ policy }) => policy)]
  const yaml = frontMatter(body, imported, working, step, formers)
  const markdown = writePolicy({ ...body, yaml })
  const policy = readPolicy(markdown, `${shelf.name}.md`).value

  if (shelf.releases.has(step.version)) {
    return refusal(shelf, { form: 'taken', values: { version: step.version } })
  }
  if (step.as === 'older') {
    const releases = new Map([...shelf.releases, [step.version, markdown]])
    const { why } = step
    const release = `${shelf.name}@${step.version}`
    const done = (file: string): Phrase => ({ phrase: 'done.added-older', values: { file, release, why } })
    return { value: { shelf: { ...shelf, releases }, policy, markdown, done }, messages: [] }
  }
  const former = open?.version ?? (working.metadata.version as string)
  const frozen = shelf.releases.get(former)
  if (!open && frozen !== undefined && !sameText(readPolicy(frozen, '').value, working)) {
    return refusal(shelf, { form: 'would-be-lost', values: { release: `${shelf.name}@${former}` } })
  }
  const releases = frozen === undefined ? new Map([...shelf.releases, [former, shelf.working]]) : shelf.releases
  const kept: Phrase = {
    phrase: frozen === undefined ? 'former.kept' : 'former.there',
    values: { release: `${shelf.name}@${former}` },
  }
  const { version, why } = step
  const done = (file: string): Phrase => ({
    phrase: 'done.added-newer',
    values: { file, name: shelf.name, version, former, why, kept },
  })
  const messages = isFormerlyDecided(imported.policy, formers) ? [undecided(shelf, former)] : []
  return { value: { shelf: { ...shelf, working: markdown, releases }, policy, markdown, done }, messages }
}

/** The ids that the versions of a policy have. */
export const idsOn = ({ working, releases }: Shelf): string[] => [
  ...new Set(
    [working, ...releases.values()].flatMap((text) => clauses(readPolicy(text, '').value).flatMap(({ id }) => id ?? [])),
  ),
]

/** Whether a body, written under the front matter of a version but for its title, is that version. */
function hasWordsOf(body: Policy, { metadata: { title } }: Policy, version: Policy): boolean {
  const written = readPolicy(writePolicy({ ...body, yaml: version.yaml }), version.file).value
  return sameText({ ...written, metadata: { ...written.metadata, title } }, version)
}

const sameText = (a: Policy, b: Policy): boolean => hashPolicy(a) === hashPolicy(b)

type Refusal = Unruled<'import/version'>

const refusal = ({ name }: Shelf, said: Refusal): Result<undefined> => ({
  value: undefined,
  messages: [{ rule: 'import/version', ...said, severity: 'error', place: { file: name, line: 1, column: 1 } }],
})

/** Decisions that a document repeats from the text before it: they were taken on other words. */
const formerDecisions = ({ metadata }: Policy, formers: readonly Policy[]): readonly Approval[] => {
  const taken = formers.flatMap((former) => former.metadata.approvals ?? [])
  return (metadata.approvals ?? []).filter((approval) => taken.some((other) => isSameDecision(approval, other)))
}

const isSameDecision = (a: Approval, b: Approval): boolean =>
  a.date === b.date && (a.body === b.body || (a.name !== undefined && a.name === b.name))

/** Whether a text with other words says no more than that the former one was decided on. */
const isFormerlyDecided = (imported: Policy, formers: readonly Policy[]): boolean =>
  imported.metadata.status === 'adopted' || imported.metadata.status === 'proposed'
    ? (imported.metadata.approvals ?? []).length === formerDecisions(imported, formers).length
    : formerDecisions(imported, formers).length > 0

const undecided = ({ name }: Shelf, former: string): Message => ({
  rule: 'import/decided',
  severity: 'warning',
  values: { former },
  place: { file: name, line: 1, column: 1 },
})

interface Released {
  readonly version: string
  readonly policy: Policy
}

/** The release that a draft was opened from, where nothing was written in it yet. */
function opened(working: Policy, released: readonly Released[]): Released | undefined {
  const last = released.at(-1)
  return working.metadata.status === 'draft' && last && sameText(last.policy, working) ? last : undefined
}

/** A text beside a draft in which nothing was written: what was made of the release is the next draft itself, in its place. */
function revising(open: Released, working: Policy, released: readonly Released[], imported: Imported): Step | Refusal {
  const { version } = imported.policy.metadata
  const { version: next = open.version } = working.metadata
  if (version === open.version) return { as: 'newer', version: next, why: { phrase: 'place.revised', values: { version } } }
  const step = decide(open.policy, released, imported)
  return 'form' in step || step.as === 'older' || version !== undefined ? step : { ...step, version: next }
}

function decide({ metadata }: Policy, released: readonly Released[], { policy }: Imported): Step | Refusal {
  const former = metadata.version
  if (former === undefined) return { form: 'no-version' }
  const { version } = policy.metadata
  const date = documentDate(policy.metadata)
  const formerDate = documentDate(metadata)
  const byDate = date === undefined || formerDate === undefined || date === formerDate ? 0 : date < formerDate ? -1 : 1
  const dates: Phrase = { phrase: 'place.date', values: { date: date ?? '', former: formerDate ?? '' } }
  if (version !== undefined && version !== former) {
    const as = compareVersion(version, former) < 0 ? 'older' : 'newer'
    return { as, version, why: { phrase: 'place.version', values: { version } } }
  }
  if (byDate < 0 && date !== undefined) {
    const older = versionAt(date, [...released, { version: former, policy: { metadata } }])
    if (older === undefined) return { form: 'no-place' }
    return { as: 'older', version: older, why: dates }
  }
  const next = following([former, ...released.map((other) => other.version)])
  return { as: 'newer', version: next, why: byDate > 0 ? dates : { phrase: 'place.none' } }
}

/** The next minor version after all that are there. */
function following(versions: readonly string[]): string {
  const [major = 0, minor = 0] = ([...versions].sort(compareVersion).at(-1) ?? '0.0.0').split('.').map(Number)
  return `${major}.${minor + 1}.0`
}

/** A free version for a text of a date between others; undefined where there is none. */
function versionAt(
  date: string,
  known: readonly { readonly version: string; readonly policy: Pick<Policy, 'metadata'> }[],
): string | undefined {
  const sorted = [...known].sort((a, b) => compareVersion(a.version, b.version))
  const at = sorted.findIndex(({ policy }) => (documentDate(policy.metadata) ?? '') > date)
  const high = sorted[at]?.version ?? '0.0.0'
  const low = sorted[at - 1]?.version
  const [major = 0, minor = 0, patch = 0] = high.split('.').map(Number)
  const [lowMajor = 0, lowMinor = 0, lowPatch = 0] = (low ?? '0.0.0').split('.').map(Number)
  const candidates =
    low === undefined
      ? [...(minor > 0 ? [`${major}.${minor - 1}.0`] : []), ...(major > 0 ? [`${major - 1}.9.0`] : []), `0.0.${patch - 1}`]
      : [`${lowMajor}.${lowMinor + 1}.0`, `${lowMajor}.${lowMinor}.${lowPatch + 1}`]
  return candidates.find(
    (version) =>
      !version.includes('-') && compareVersion(version, high) < 0 && (low === undefined || compareVersion(version, low) > 0),
  )
}

/** Keys a printed document cannot say, which a newer version goes on with. */
const LASTING = [
  'subject',
  'route',
  'extends',
  'partOf',
  'sources',
  'editors',
  'contact',
  'copyright',
  'history',
  'deviations',
  'renamed',
] as const

function frontMatter(body: Policy, { policy }: Imported, working: Policy, step: Step, formers: readonly Policy[]): string {
  const before = working.metadata
  const edits: YamlEdit[] = []
  const set = (key: keyof Metadata, value: unknown) => edits.push({ path: [key], value })
  set('version', step.version)
  if (before.organisation !== undefined) set('organisation', before.organisation)
  const numbers = numbersOf(body)
  if (numbers(before.numbering) === numbers(policy.metadata.numbering)) set('numbering', before.numbering)
  if (step.as === 'newer') {
    const past = formerDecisions(policy, formers)
    if (isFormerlyDecided(policy, formers)) set('status', 'draft')
    if (past.length > 0) {
      const left = policy.metadata.approvals?.filter((approval) => !past.includes(approval)) ?? []
      set('approvals', left.length > 0 ? left : undefined)
    }
    const isOpen = before.predecessor?.hash === hashPolicy(working)
    set('predecessor', isOpen ? before.predecessor : { version: before.version, hash: hashPolicy(working) })
    const ids = new Set(clauses(body).map(({ id }) => id))
    for (const key of LASTING) {
      if (policy.metadata[key] !== undefined || before[key] === undefined) continue
      const value =
        key === 'deviations'
          ? Object.fromEntries(Object.entries(before.deviations ?? {}).filter(([id]) => ids.has(id)))
          : before[key]
      set(key, value)
    }
    const history = isOpen ? (before.history ?? []) : historyWith(working, policy.metadata.history ?? before.history ?? [])
    if (isFormerlyDecided(policy, formers) && history.length > 0) set('history', history)
  }
  if (before.parameters !== undefined && writePolicy({ ...body, yaml: '' }).includes('{{')) set('parameters', before.parameters)
  return editFrontMatter(policy.yaml, edits) ?? policy.yaml
}

/** What the clauses of a body print by a numbering: a document does not show how it would number what it has not. */
const numbersOf = (body: Policy) => {
  const listed = clauses(body)
  return (numbering: Metadata['numbering']): string => JSON.stringify([...numberClauses(listed, numbering)])
}

/** The history with the former version in it and what was decided on its words. */
function historyWith({ metadata }: Policy, history: NonNullable<Metadata['history']>): NonNullable<Metadata['history']> {
  const { version, approvals = [] } = metadata
  const date = documentDate(metadata)
  if (version === undefined || history.some((entry) => entry.version === version)) return history
  const decisions = approvals.map(({ body, name, right, date: day }) => [body ?? name, right, day].filter(Boolean).join(' '))
  return [
    ...history,
    { version, ...(date === undefined ? {} : { date }), ...(decisions.length > 0 ? { summary: decisions.join('; ') } : {}) },
  ]
}
