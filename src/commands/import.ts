import { basename, join, resolve as resolvePath } from 'node:path'
import { addVersion, idsOn, type Shelf } from '../decide/index.js'
import { type Corrections, corrected, type Finding, type Imported, importDocument, receiptFor } from '../import/index.js'
import { receiptMessages, withLint } from '../lint/index.js'
import { append, clauses, type Message, type Phrase, type Policy, slug } from '../model/index.js'
import { type ReceiptJson, receiptJson } from '../papers/receipt/index.js'
import { type PolicyData, policyData } from '../present/index.js'
import { resolve } from '../resolve/index.js'
import {
  type Context,
  filesOf,
  type ImportChanges,
  type Outcome,
  publish,
  readersLanguage,
  requireWorkspace,
  sharedLanguage,
  UsageError,
} from '../secretariat/index.js'
import { listPolicies, loadOutdated, loadSpeller, loadWording, type Output, readNamed, readText } from '../workspace/index.js'
import { findOwner, type Home, newOrganisation, type Owner, withWorkspace } from './import-organisation.js'
import { receiptPage } from './import-receipt.js'
import { asRead, documentsIn, organisationIn } from './import-source.js'

export interface ImportFilesOptions {
  /** The organisation, by the name of its folder or its full name. May be left out with `into`, and for a policy file that names one. */
  readonly organisation?: string
  /** The policy's name; made of its title when absent. For one file only. */
  readonly as?: string
  /** The name of the policy in every organisation, for files of several: each goes to the one it names, unless `organisation` says. */
  readonly subject?: string
  /** An existing policy, of which every file becomes another version. */
  readonly into?: string
  /** What becomes of tracked changes: `accept` when absent; `both` makes two versions. */
  readonly changes?: ImportChanges
  /** Read the file as a model: it becomes a template that others adapt, with its first edition. */
  readonly asTemplate?: boolean
  /** Say what would be written and write nothing. */
  readonly dryRun?: boolean
  /** What a person made of the text that was read; for one file only. */
  readonly corrections?: Corrections
  /** Write a policy although words of the source are not in it as they stood. */
  readonly acceptLoss?: boolean
}

/** One file as it was brought in. */
export interface ImportReport {
  readonly policy: PolicyData & { readonly markdown: string }
  readonly receipt: ReceiptJson
}

type Data = (ImportReport | { readonly imports: readonly ImportReport[] }) & {
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

/** What is to be written, kept until every file was brought in. */
interface Plan {
  readonly shelves: Map<string, Shelf>
  readonly outputs: Output[]
  readonly messages: Message[]
  readonly reports: ImportReport[]
  readonly done: Phrase[]
}

/** Brings in files of other programs: each becomes a policy, or a version of one, with a receipt that accounts for all its words. */
export async function importFiles(
  outer: Context,
  named: readonly string[],
  options: ImportFilesOptions = {},
): Promise<Outcome<Data>> {
  const files = named.flatMap((path) => documentsIn(outer, path))
  check(files, options)
  const plan: Plan = { shelves: new Map(), outputs: [], messages: [], reports: [], done: [] }
  const context = options.dryRun === true || options.into !== undefined ? outer : withWorkspace(outer, plan)
  const target = options.into === undefined ? undefined : findShelf(context, options.into, plan)
  for (const file of files) {
    context.progress?.({ phrase: 'doing.reading', values: { file: basename(file) } })
    await bringIn(context, file, target, options, plan)
  }
  const { reports, done } = plan
  // Two versions in one file have most findings in common.
  const messages = [...new Map(plan.messages.map((message) => [JSON.stringify(message), message])).values()]
  const outputs = [...shelfOutputs(context, plan, homeFor(options)), ...plan.outputs]
  const published = publish(context, { outputs, messages, dryRun: options.dryRun === true })
  const [only] = reports
  const made = files.length === 1 && reports.length === 1 && only ? only : { imports: reports }
  return {
    ...published,
    ...sharedLanguage(reports.map(({ policy }) => policy)),
    data: { ...made, written: published.shown, messages: published.messages },
    text: (paint, say) => [...done.map(say), published.text(paint, say)].join('\n'),
  }
}

function check(files: readonly string[], { as, into, subject, changes, asTemplate }: ImportFilesOptions): void {
  if (files.length === 0) throw new UsageError({ phrase: 'usage.import-nothing' })
  if (as !== undefined && files.length > 1) throw new UsageError({ phrase: 'usage.import-as-several' })
  if (as !== undefined && into !== undefined) throw new UsageError({ phrase: 'usage.import-as-into' })
  if (subject !== undefined && (as ?? into) !== undefined) throw new UsageError({ phrase: 'usage.import-subject' })
  if (asTemplate && (into !== undefined || changes === 'both')) throw new UsageError({ phrase: 'usage.import-template-into' })
  const name = as ?? subject
  if (name !== undefined && slug(name) === '') throw new UsageError({ phrase: 'usage.no-letters', values: { name } })
}

/** The files of an existing policy, as they are now. */
function findShelf(context: Context, wanted: string, plan: Plan): string {
  const entries = listPolicies(requireWorkspace(context))
  const named = entries.filter(({ name, policy, organisation }) => [name, policy, organisation].includes(wanted))
  const entry = named.find(({ name }) => name === wanted) ?? named[0]
  if (!entry || (named.length > 1 && entry.name !== wanted)) {
    const known = entries.map(({ name }) => name)
    throw new UsageError({ phrase: 'usage.into-unknown', values: { name: wanted, known } })
  }
  plan.shelves.set(entry.name, {
    name: entry.name,
    working: readText(filesOf(context), entry.path) ?? '',
    releases: new Map(entry.releases.map(({ version, path }) => [version, readText(filesOf(context), path) ?? ''])),
  })
  return entry.name
}

async function bringIn(
  context: Context,
  file: string,
  target: string | undefined,
  options: ImportFilesOptions,
  plan: Plan,
): Promise<void> {
  const path = resolvePath(context.cwd, file)
  const named = readNamed(filesOf(context), path)
  if (!(named instanceof Uint8Array)) {
    plan.messages.push({ rule: 'file/missing', ...named, severity: 'error', place: { file, line: 1, column: 1 } })
    return
  }
  const bytes = asRead(named, file, plan.messages)
  const wanted =
    target?.split('/')[0] ??
    options.organisation ??
    (options.subject === undefined ? undefined : await organisationIn(bytes, file))
  const owner = wanted === undefined ? undefined : findOwner(context, wanted, homeFor(options))
  append(plan.messages, owner?.messages ?? [])
  const shelf = target === undefined ? undefined : plan.shelves.get(target)
  const ids = shelf && idsOn(shelf)
  const { value: outdated } = loadOutdated(context.workspace)
  let into = target
  // As it was before the changes first, so that the changed text becomes its next version.
  for (const changes of options.changes === 'both' ? (['reject', 'accept'] as const) : [options.changes ?? 'accept']) {
    const { value: read, messages } = await importDocument(bytes, basename(file), {
      changes,
      original: named,
      names: owner?.names ?? [],
      asTemplate: options.asTemplate === true,
      ...(owner === undefined ? {} : { organisation: owner.folder }),
      // A version among others has its number from its place.
      ...(into === undefined ? { version: FIRST } : {}),
      ...(ids ? { ids } : {}),
    })
    if (!read) {
      append(plan.messages, messages)
      return
    }
    const shown = shelf && options.corrections ? addVersion(shelf, read).value?.policy : undefined
    const corrections = options.corrections && shown ? asItWasRead(options.corrections, read, shown) : options.corrections
    const value = corrections ? corrected(read, corrections) : read
    // A file without changes is one version.
    if (changes === 'accept' && options.changes === 'both' && value.changes === 0) return
    const receipt = withLint(value, {
      names: owner?.names ?? [],
      outdated,
      speller: loadSpeller(value.policy.metadata.lang),
      template: options.asTemplate === true,
    })
    const repeated = new Set(value.receipt.findings.map(whatIsSaid))
    const kept = messages.filter((message) => !repeated.has(whatIsSaid(message)))
    append(plan.messages, [...kept.map((message) => accepted(message, options)), ...receiptMessages(receipt)])
    into = shelve(context, { ...value, receipt }, owner, into, options, plan)
    if (into === undefined) return
  }
}

/** What was said of clauses by the ids they have in the version that the text becomes, by those it was read with: their order is the same. */
function asItWasRead({ facts, clauses: said }: Corrections, { policy }: Imported, shown: Policy): Corrections {
  const ids = clauses(shown).map(({ id }) => id ?? '')
  const found = clauses(policy).flatMap(({ id }, at) => {
    const correction = said.get(ids[at] ?? '')
    return id === undefined || correction === undefined ? [] : [[id, correction] as const]
  })
  return { facts, clauses: new Map(found) }
}

const homeFor = ({ asTemplate }: ImportFilesOptions): Home => (asTemplate ? 'templates' : 'policies')
/** The version of what names none. */
const FIRST = '1.0.0'

const whatIsSaid = ({ rule, form, values }: Finding | Message): string => JSON.stringify([rule, form, values])

const accepted = (message: Message, { acceptLoss }: ImportFilesOptions): Message =>
  acceptLoss === true && message.rule === 'import/unaccounted' ? { ...message, severity: 'warning' } : message

/** Puts what was brought in where it belongs. Returns the policy it is a version of; nothing when it has no place. */
function shelve(
  context: Context,
  imported: Imported,
  owner: Owner | undefined,
  into: string | undefined,
  options: ImportFilesOptions,
  plan: Plan,
): string | undefined {
  const shelf = into === undefined ? undefined : plan.shelves.get(into)
  if (shelf) {
    const { value, messages } = addVersion(shelf, imported)
    append(plan.messages, messages)
    if (!value) return undefined
    plan.shelves.set(shelf.name, value.shelf)
    plan.done.push(value.done(imported.receipt.source.file))
    const name = `${shelf.name}@${value.policy.metadata.version ?? ''}`
    report(context, name, value.policy, value.markdown, imported, owner, plan)
    return shelf.name
  }
  const folder = folderOf(imported, owner, options)
  const name = `${folder}/${slug(options.as ?? options.subject ?? imported.policy.metadata.title) || 'beleid'}`
  if (plan.shelves.has(name)) throw new UsageError({ phrase: 'usage.files-become-one', values: { name } })
  const home = homeFor(options)
  const there = context.workspace && readText(context.workspace.files, join(context.workspace.root, home, `${name}.md`))
  if (there !== undefined && there !== imported.markdown) {
    throw new UsageError({ phrase: 'usage.import-there', values: { name } })
  }
  // A model that is there to be taken has its edition; another text becomes a release when somebody decides on it.
  const edition = options.asTemplate ? [[imported.policy.metadata.version ?? FIRST, imported.markdown] as const] : []
  plan.shelves.set(name, { name, working: imported.markdown, releases: new Map(edition) })
  if (owner && !owner.known) append(plan.outputs, newOrganisation(context, owner, imported, home).filter(isNew(plan)))
  const { fragments, findings } = imported.receipt
  const { file } = imported.receipt.source
  plan.done.push({ phrase: 'done.became', values: { file, name, parts: fragments.length, findings: findings.length } })
  report(context, name, imported.policy, imported.markdown, imported, owner, plan)
  return name
}

const isNew =
  ({ outputs }: Plan) =>
  ({ path }: Output): boolean =>
    !outputs.some((other) => other.path === path)

function folderOf({ policy, receipt }: Imported, owner: Owner | undefined, { dryRun, subject }: ImportFilesOptions): string {
  if (owner) return owner.folder
  const own = receipt.fragments.some(({ reason }) => reason === 'front matter')
  const named = policy.metadata.organisation
  if (named !== undefined && slug(named) === named && (own || dryRun === true)) return named
  if (dryRun === true) return 'organisation'
  if (subject === undefined) throw new UsageError({ phrase: 'usage.import-organisation' })
  throw new UsageError({ phrase: 'usage.import-organisation-of', values: { file: receipt.source.file } })
}

function report(
  context: Context,
  name: string,
  policy: Policy,
  markdown: string,
  imported: Imported,
  owner: Owner | undefined,
  plan: Plan,
): void {
  const { value: resolved } = resolve(policy)
  const receipt = receiptFor(imported, policy)
  const wording = loadWording(context.workspace, readersLanguage(context, policy.metadata.lang))
  plan.reports.push({ policy: { ...policyData(resolved, name), markdown }, receipt: receiptJson(receipt, wording) })
  plan.outputs.push(receiptPage(context, name, resolved, receipt, owner?.names[0] ?? imported.organisation))
}

/** Files of policies that are new or changed. */
function shelfOutputs({ workspace }: Context, { shelves }: Plan, top: Home): Output[] {
  if (!workspace) return []
  return [...shelves.values()].flatMap(({ name, working, releases }) => {
    const [folder = '', policy = ''] = name.split('/')
    const home = join(workspace.root, top, folder)
    const all: Output[] = [
      ...[...releases].map(([version, bytes]) => ({ path: join(home, 'releases', `${policy}@${version}.md`), bytes })),
      { path: join(home, `${policy}.md`), bytes: working },
    ]
    return all.filter(({ path, bytes }) => readText(workspace.files, path) !== bytes)
  })
}
