import { createHash } from 'node:crypto'
import { join, resolve as resolvePath } from 'node:path'
import { withRenamed } from '../concordance/index.js'
import { extendedBy, hasErrors, LANGUAGES, type Message, plainLines } from '../model/index.js'
import type { Report } from '../present/index.js'
import { attachLabels, presentAttachment, type Settled } from '../registers/index.js'
import { type Context, filesOf, type Outcome, requireWorkspace, UsageError } from '../secretariat/index.js'
import {
  type AttachmentProposal,
  applyAttachment,
  asWritten,
  attachmentSheet,
  type Confirmed,
  confirmsNothing,
  type Edition,
  type ProposalJson,
  proposalJson,
  proposeAttachment,
  readAttachSheet,
} from '../tailor/index.js'
import {
  type Loaded,
  loadPolicy,
  loadVocabularies,
  loadWording,
  loadWordings,
  type Output,
  readText,
} from '../workspace/index.js'
import { loadTemplate } from './adapt.js'
import { namesOf, relativesOf } from './relatives.js'
import { type Adapted, giveReport, type PaperOptions, refusalOf, settingOf } from './template.js'

interface AttachOptions extends PaperOptions {
  /** The edition of the template; the one the policy or the file of decisions names when absent. */
  readonly template?: string
  /** A YAML file of what is confirmed; `-` asks for one with the proposal in it. */
  readonly decisions?: string
  /** What was confirmed one by one, in the place of a file. */
  readonly taken?: Confirmed
  /** Write the policy; without, the proposal is shown and nothing is written. */
  readonly apply?: boolean
}

interface AttachReport extends ProposalJson {
  readonly schema: 'clausule/attach@1'
  readonly policy: string
  readonly template: string
  /** The hash of the texts the proposal was made of. */
  readonly plan: string
  /** The file of decisions, where that was asked for. */
  readonly sheet?: string
  /** Former ids with the new ones, where the policy was written. */
  readonly renamed?: Readonly<Record<string, string>>
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

type Given = AttachReport | { readonly schema: 'clausule/messages@1'; readonly messages: readonly Message[] }

/** A proposal with what it is about. */
export interface ProposedAttachment extends Adapted {
  readonly proposal: AttachmentProposal
  /** Of the policy's file and the edition: another file is another proposal. */
  readonly hash: string
}

/** Proposes which clause of a policy is which provision of a template. Writes nothing. */
export function proposalFor(
  context: Context,
  name: string,
  wanted: string | undefined,
): { readonly value?: ProposedAttachment; readonly messages: readonly Message[] } {
  const workspace = requireWorkspace(context)
  const { value: loaded, messages } = loadPolicy(workspace, name, context.cwd)
  if (!loaded || hasErrors(messages)) return { messages }
  const { policy, origin, entry, bytes } = loaded
  if (origin !== 'working' || !entry) throw new UsageError({ phrase: 'usage.upgrade-draft', values: { name } })
  const extended = extendedBy(policy.metadata)
  const asked = wanted ?? extended?.name
  if (asked === undefined) throw new UsageError({ phrase: 'usage.attach-template', values: { name } })
  const found = loadTemplate(context, asked)
  if (!found.value) return { messages: found.messages }
  const [template = '', version = ''] = found.value.name.split('@')
  const edition: Edition = { version, hash: found.value.hash, policy: found.value.policy }
  const attached = extended?.hash !== undefined
  if (attached && (extended.template !== template || extended.version !== version || extended.hash !== edition.hash))
    throw new UsageError({ phrase: 'usage.attach-other', values: { name, template: extended.name } })
  const owner = policy.metadata.organisation ?? entry.organisation
  const spoken = new Set([policy.metadata.lang, edition.policy.metadata.lang])
  const vocabularies = loadVocabularies(
    workspace,
    LANGUAGES.filter((lang) => spoken.has(lang)),
  )
  if (hasErrors(vocabularies.messages)) return { messages: vocabularies.messages }
  const wordings = found.value.entry ? loadWordings(workspace, found.value.entry) : { value: {}, messages: [] }
  if (hasErrors(wordings.messages)) return { messages: wordings.messages }
  const proposal = proposeAttachment({
    school: policy,
    template: edition.policy,
    names: namesOf(workspace, owner),
    relatives: relativesOf(context, workspace, entry, template),
    vocabularies: vocabularies.value,
    wordings: wordings.value,
    attached,
  })
  const hash = `sha256:${createHash('sha256').update(plainLines(bytes)).update(edition.hash).digest('hex')}`
  return { value: { loaded, template, edition, proposal, hash }, messages: [] }
}

/**
 * Attaches a text that was once copied from a model to an edition of it. Without `apply` the proposal is shown; with it the clauses that were
 * confirmed get the ids of their provisions. No word changes.
 */
export async function attach(context: Context, name: string, options: AttachOptions = {}): Promise<Outcome<Given>> {
  const { decisions: file, apply = false, taken } = options
  const asksSheet = file === '-'
  const source = file === undefined || asksSheet ? undefined : readText(filesOf(context), resolvePath(context.cwd, file))
  if (file !== undefined && !asksSheet && source === undefined)
    throw new UsageError({ phrase: 'usage.no-decisions', values: { file } })
  const sheet = source === undefined ? undefined : readAttachSheet(source, file ?? '')
  if (sheet && hasErrors(sheet.messages)) return refusalOf(context, name, sheet.messages)
  const found = proposalFor(context, name, options.template ?? sheet?.value.template)
  if (!found.value) return refusalOf(context, name, found.messages)
  const { loaded, edition, proposal, template, hash } = found.value
  if (asksSheet) return sheetOutcome(context, found.value)
  if (sheet?.value.plan !== undefined && sheet.value.plan !== hash) {
    const place = { file: file ?? '', line: 1, column: 1 }
    return refusalOf(context, name, [{ rule: 'decision/value', form: 'changed', severity: 'error', place }])
  }
  const read = sheet?.value.confirmed(proposal)
  if (read && hasErrors(read.messages)) return refusalOf(context, name, read.messages)
  const confirmed = read?.value ?? taken
  if (!apply) return shown(context, found.value, options, [], confirmed && { confirmed, written: false })
  if (!confirmed) throw new UsageError({ phrase: 'usage.attach-decisions' })
  if (loaded.policy.metadata.status !== 'draft') throw new UsageError({ phrase: 'usage.upgrade-draft', values: { name } })
  // A text of which nothing is a provision belongs to no template.
  if (extendedBy(loaded.policy.metadata)?.hash === undefined && confirmsNothing(confirmed)) {
    const place = { file: file ?? loaded.policy.file, line: 1, column: 1 }
    return refusalOf(context, name, [{ rule: 'decision/value', form: 'none', severity: 'error', place }])
  }
  const made = applyAttachment(proposal, confirmed, edition, { name: template, today: filesOf(context).today })
  const { value: bytes, messages: unread } = asWritten(made, loaded.policy.file)
  if (unread.length > 0) return refusalOf(context, name, unread)
  const idle = bytes === new TextDecoder().decode(loaded.bytes)
  const outputs = idle ? [] : [{ path: loaded.path, bytes }, ...concordanceOf(context, loaded, made.renamed)]
  return shown(context, found.value, options, outputs, { confirmed, written: true }, made.renamed)
}

function shown(
  context: Context,
  proposed: ProposedAttachment,
  options: PaperOptions,
  outputs: readonly Output[],
  settled?: Settled,
  renamed?: ReadonlyMap<string, string>,
): Promise<Outcome<Given>> {
  const { edition, proposal } = proposed
  const setting = settingOf(context, proposed, edition.version)
  const data = jsonOf(proposed, outputs, renamed)
  const report: Report = {
    document: () => presentAttachment(proposal, setting, settled),
    labels: () => attachLabels(setting),
    data: () => data,
  }
  return giveReport<Given>(context, proposed, report, { data, messages: [], kind: 'attach', outputs }, options)
}

/** The workspace's concordance, where it names clauses that have other ids now. */
function concordanceOf(context: Context, { entry }: Loaded, renamed: ReadonlyMap<string, string>): readonly Output[] {
  const path = join(requireWorkspace(context).root, 'policies', 'concordance.yaml')
  const source = readText(filesOf(context), path)
  const bytes = source === undefined || !entry ? source : withRenamed(source, entry.name, renamed)
  return bytes === undefined || bytes === source ? [] : [{ path, bytes }]
}

function sheetOutcome(context: Context, proposed: ProposedAttachment): Outcome<Given> {
  const { loaded, template, edition, proposal, hash } = proposed
  const { lang } = loaded.policy.metadata
  const facts = { policy: loaded.ref, template: `${template}@${edition.version}`, plan: hash }
  const sheet = attachmentSheet(proposal, facts, loadWording(context.workspace, lang))
  return { messages: [], lang, data: { ...jsonOf(proposed, []), sheet }, text: () => sheet.trimEnd(), written: [] }
}

function jsonOf(
  { loaded, template, edition, proposal, hash }: ProposedAttachment,
  outputs: readonly Output[],
  renamed?: ReadonlyMap<string, string>,
): AttachReport {
  return {
    schema: 'clausule/attach@1',
    policy: loaded.ref,
    template: `${template}@${edition.version}`,
    plan: hash,
    ...proposalJson(proposal),
    ...(renamed ? { renamed: Object.fromEntries(renamed) } : {}),
    written: outputs.map(({ path }) => path),
    messages: [],
  }
}
