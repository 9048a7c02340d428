import { basename } from 'node:path'
import { append, hasErrors, type Message, plainLines } from '../model/index.js'
import {
  type Attachment,
  type Brand,
  type PolicyData,
  policyData,
  presentPolicy,
  type Report,
  type Wording,
  withBlanks,
} from '../present/index.js'
import { FORMATS, render } from '../render/index.js'
import { placeOf, type Resolved, resolve } from '../resolve/index.js'
import {
  assetsOf,
  type Context,
  type DecisionPaper,
  endingOf,
  type FormatName,
  judge,
  type Making,
  type Outcome,
  publish,
  requireWorkspace,
  selectPolicies,
  sharedLanguage,
  UsageError,
} from '../secretariat/index.js'
import { withoutGuidance } from '../tailor/index.js'
import {
  brandOf,
  type CorrectedSince,
  type Loaded,
  type LoadedOrganisation,
  loadPolicy,
  loadWording,
  type Output,
  outPath,
  saysKept,
} from '../workspace/index.js'
import type { MadePaper } from './decision-papers.js'

interface Judged extends Omit<ReturnType<typeof judge>, 'messages'> {
  readonly loaded: Loaded
}

export interface BuildReport {
  readonly schema: 'clausule/build@1'
  readonly written: readonly string[]
  readonly messages: readonly Message[]
}

/**
 * Publishes policies into `out/<organisation>/<policy>-<version>.<extension>`, in every format named; all working texts when no policy is.
 * All or nothing: with an error in any of them no file is touched.
 */
export async function build(
  context: Context,
  names: readonly string[],
  { formats, paper }: { readonly formats: readonly FormatName[]; readonly paper?: DecisionPaper },
): Promise<Outcome<BuildReport>> {
  if (paper !== undefined && formats.includes('json')) throw new UsageError({ phrase: 'usage.paper-data', values: { paper } })
  const { judged, ...making } = await papersOf(context, names, formats, paper)
  const draft = judged.find(({ loaded }) => loaded.policy.metadata.status !== 'adopted')
  if (paper === 'notice' && draft) throw new UsageError({ phrase: 'usage.notice-draft', values: { name: draft.loaded.ref } })
  const published = publish(context, making)
  return {
    ...published,
    ...sharedLanguage(judged.map(({ loaded }) => loaded.policy)),
    data: { schema: 'clausule/build@1', written: published.shown, messages: published.messages },
  }
}

/** What `build` makes, without writing it. */
export async function papersOf(
  context: Context,
  names: readonly string[],
  formats: readonly FormatName[],
  paper?: MadePaper,
  wanted?: (path: string) => boolean,
): Promise<Making & { readonly judged: readonly Judged[] }> {
  requireWorkspace(context)
  const selected = selectPolicies(context, names, { own: true })
  const messages: Message[] = [...selected.messages]
  const corrected = await correctedIn(context, selected.value)
  const judged = selected.value.map((loaded): Judged => {
    const { messages: found, ...rest } = judge(context, loaded, corrected)
    const isTemplate = loaded.entry?.kind === 'template'
    const printed = isTemplate ? withBlanks(loaded.policy) : withoutGuidance(loaded.policy)
    append(messages, found)
    if (rest.organisation === undefined && !hasErrors(found)) messages.push(homeless(loaded))
    return {
      loaded,
      ...rest,
      ...(printed === loaded.policy ? {} : { resolved: { ...resolve(printed).value, source: loaded.policy } }),
    }
  })

  const outputs: Output[] = []
  if (!hasErrors(messages)) {
    for (const { organisation, ...policy } of judged) {
      if (!organisation) continue
      context.progress?.({ phrase: 'doing.building', values: { name: policy.loaded.ref } })
      const made = await make(context, policy, organisation, formats, paper, wanted)
      append(messages, made.messages)
      append(outputs, made.outputs)
    }
  }
  return { judged, outputs, messages }
}

/** What compares versions is a fifth of what a build would load, and texts that say of no decision that it was kept ask nothing of it. */
async function correctedIn({ workspace, cwd }: Context, policies: readonly Loaded[]): Promise<CorrectedSince> {
  const releases = policies.flatMap(({ entry }) =>
    (entry?.releases ?? []).flatMap(({ version }) => loadPolicy(workspace, `${entry?.name}@${version}`, cwd).value ?? []),
  )
  if ([...policies, ...releases].some(({ policy }) => saysKept(policy)))
    return (await import('../secretariat/corrected/index.js')).correctedSince
  return () => {
    throw new Error('No text said of a decision that it was kept, and one is asked about')
  }
}

const homeless = ({ policy }: Loaded): Message => ({
  rule: 'front-matter/missing-key',
  form: 'folder',
  severity: 'error',
  place: { file: policy.file, line: 1, column: 1 },
})

/** The papers of one policy, in each of the formats asked for. */
async function make(
  context: Context,
  { loaded, resolved }: Pick<Judged, 'loaded' | 'resolved'>,
  owner: LoadedOrganisation,
  formats: readonly FormatName[],
  paper: MadePaper | undefined,
  wanted: (path: string) => boolean = () => true,
): Promise<Making> {
  const named = paper === 'notice-then' ? 'notice' : paper
  const suffix = named ? `-${loadWording(context.workspace, resolved.policy.metadata.lang)(`versions.file.${named}`)}` : ''
  const places = formats.map((format) => [format, pathOf(context, loaded, resolved, `${suffix}.${endingOf(format)}`)] as const)
  const asked = places.filter(([, path]) => wanted(path))
  if (asked.length === 0) return { outputs: [], messages: [] }
  const assets = assetsOf(context, resolved.policy.metadata.lang)
  const brand = brandOf(owner)
  if (hasErrors(brand.messages)) return { outputs: [], messages: brand.messages }
  const report = paper
    ? // Most builds make no such paper, and what compares versions is half of what a build would load.
      await (await import('./decision-papers.js')).decisionReport(
        context,
        loaded,
        { resolved, organisation: owner.organisation, brand: brand.value, wording: assets.wording },
        paper,
      )
    : policyReport(loaded, resolved, owner, brand.value, assets.wording)
  const messages: Message[] = [...brand.messages]
  const outputs: Output[] = []
  for (const [format, path] of asked) {
    const { value: bytes, messages: found } = await render(report, format, assets)
    append(messages, found)
    outputs.push({ path, bytes })
  }
  return { outputs, messages }
}

function pathOf(context: Context, { entry, path }: Loaded, { policy: { metadata } }: Resolved, ending: string): string {
  const owner = entry?.organisation ?? metadata.organisation ?? 'unnamed'
  const name = entry?.policy ?? basename(path, '.md')
  return outPath(requireWorkspace(context), owner, `${name}-${metadata.version ?? 'unversioned'}${ending}`)
}

interface PolicyReport extends Report {
  readonly data: () => PolicyData
}

/** A policy as everything it can be published as. */
export function policyReport(
  loaded: Loaded,
  resolved: Resolved,
  { organisation }: LoadedOrganisation,
  brand: Brand,
  wording: Wording,
): PolicyReport {
  const data = policyData(resolved, loaded.ref)
  const attachments: Attachment[] = [
    {
      name: `${basename(loaded.path)}`,
      mediaType: FORMATS.markdown.mediaType,
      description: wording('attachment.source'),
      bytes: plainLines(loaded.bytes),
    },
    {
      name: `${basename(loaded.path, '.md')}.json`,
      mediaType: FORMATS.json.mediaType,
      description: wording('attachment.data'),
      bytes: new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`),
    },
  ]
  return {
    document: () =>
      presentPolicy(resolved, { organisation, brand, wording, attachments, template: loaded.entry?.kind === 'template' }),
    data: () => data,
    placeOf: (id) => placeOf(id, resolved),
  }
}
