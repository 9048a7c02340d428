import { append, compareVersion, extendedBy, type Language, type Message, type Phrase } from '../model/index.js'
import { sideOf } from '../papers/index.js'
import type { Report } from '../present/index.js'
import { deviationMatrixSheets, presentDeviationMatrix, registerLabels } from '../registers/index.js'
import { render } from '../render/index.js'
import { resolve } from '../resolve/index.js'
import {
  assetsOf,
  type Context,
  endingOf,
  type FormatName,
  homeOf,
  isPrinted,
  type Outcome,
  outputPath,
  print,
  publish,
  readersLanguage,
  requireWorkspace,
} from '../secretariat/index.js'
import {
  type DeviationMatrix,
  type DeviationMatrixJson,
  deviationMatrixJson,
  deviationsOf,
  type Edition,
  lockedMessage,
  matrixOf,
  type Registered,
  standsOf,
} from '../tailor/index.js'
import { brandOf, type Loaded, loadOrganisation, loadPolicy, loadWording, outPath } from '../workspace/index.js'
import { adaptedOf, latestEdition, loadEdition } from './template.js'

/** What others may be made from: a template, or the policy of a foundation; of one edition where that was named. */
interface Model {
  readonly template: string
  readonly version?: string
  readonly isTemplate: boolean
}

/** Which template or policy a reference means, and of which edition. */
export function modelNamed(context: Context, name: string | undefined): Model | undefined {
  const { workspace, cwd } = context
  if (workspace === undefined || name === undefined) return undefined
  const loaded = loadPolicy(workspace, name, cwd).value
  if (!loaded?.entry) return undefined
  const version = loaded.origin === 'release' ? loaded.policy.metadata.version : undefined
  const { name: template, kind } = loaded.entry
  return { template, isTemplate: kind === 'template', ...(version === undefined ? {} : { version }) }
}

/** Whether a policy was made from a template, of the edition that was named. */
export function isMadeFrom({ policy }: Loaded, { template, version }: Pick<Model, 'template' | 'version'>): boolean {
  const extended = extendedBy(policy.metadata)
  return (
    extended?.template === template && extended.version !== undefined && (version === undefined || extended.version === version)
  )
}

/** Holds every school made from a template against the edition it was made of: who deviates where, and why. */
export async function compareWithTemplate(
  context: Context,
  policies: readonly Loaded[],
  template: string,
  {
    format,
    output,
    notes,
    messages: found,
  }: { format: FormatName; output?: string; notes: readonly Phrase[]; messages: readonly Message[] },
): Promise<Outcome<DeviationMatrixJson>> {
  const messages: Message[] = [...found]
  const locked: Message[] = []
  const registers: Registered[] = []
  const editions = new Map<string, Edition | undefined>()
  const editionOf = (name: string, version: string) => {
    const key = `${name}@${version}`
    if (!editions.has(key)) editions.set(key, loadEdition(context, name, version))
    return editions.get(key)
  }
  context.progress?.({ phrase: 'doing.comparing-policies', values: { count: policies.length } })
  for (const loaded of policies) {
    const { value, messages: wrong } = adaptedOf(loaded, editionOf)
    // One school whose edition is gone does not keep the others from being shown; it is named, and in no column.
    append(
      messages,
      wrong.map((message): Message => ({ ...message, severity: 'warning' })),
    )
    if (!value) continue
    const register = deviationsOf(loaded.policy, value.edition.policy, (policy) => sideOf(resolve(policy).value, ''))
    append(
      locked,
      register.deviations.flatMap((deviation) => lockedMessage(deviation, loaded.policy)),
    )
    registers.push({ ref: loaded.ref, name: nameOf(context, loaded), edition: value.edition.version, stands: standsOf(register) })
  }
  const known = registers.map(({ edition }) => edition).sort(compareVersion)
  const latest = latestEdition(context, template)
  const policy = editionOf(template, known.at(-1) ?? latest ?? '')?.policy
  const newest = [...known, ...(latest === undefined ? [] : [latest])].sort(compareVersion).at(-1) ?? ''
  const matrix = matrixOf({ template, newest }, policy, registers)
  const lang = policy?.metadata.lang ?? 'nl'
  const data = deviationMatrixJson(matrix)
  const report = reportOf(context, matrix, policy?.metadata.title ?? template, lang, data)
  const assets = assetsOf(context, readersLanguage(context, lang))
  if (isPrinted(format) && output === undefined) {
    const made = await print(report, format, assets)
    const text: Outcome<unknown>['text'] = (paint, say) => [made.text(paint), ...notes.map(say)].join('\n')
    return {
      ...publish(context, { outputs: [], messages: [...messages, ...made.messages] }),
      messages: [...messages, ...made.messages, ...locked],
      lang,
      data,
      text,
    }
  }
  const { value: bytes, messages: rendered } = await render(report, format, assets)
  const file = `${template.replace('/', '-')}-deviations.${endingOf(format)}`
  const path =
    output === undefined
      ? outPath(homeOf(context), 'comparison', file)
      : outputPath(
          context,
          output,
          policies.map(({ ref }) => ref),
        )
  const published = publish(context, { outputs: [{ path, bytes }], messages: [...messages, ...rendered] })
  // A matrix that shows an error is what somebody asked for: it is written, and says so.
  return {
    ...published,
    messages: [...published.messages, ...locked],
    lang,
    data,
    text: (paint, say) => [...notes.map(say), published.text(paint, say)].join('\n'),
  }
}

function nameOf({ workspace }: Context, { policy, entry }: Loaded): string {
  const owner = policy.metadata.organisation ?? entry?.organisation
  const found = workspace && owner !== undefined ? loadOrganisation(workspace, owner).value?.organisation : undefined
  return found?.short ?? found?.name ?? owner ?? policy.file
}

function reportOf(
  context: Context,
  matrix: DeviationMatrix,
  title: string,
  textLang: Language,
  data: DeviationMatrixJson,
): Report {
  const body = matrix.template.split('/')[0] ?? ''
  const organisation = loadOrganisation(requireWorkspace(context), body).value
  const lang = readersLanguage(context, textLang)
  const setting = {
    title,
    organisation: organisation?.organisation.name ?? body,
    template: matrix.template,
    lang,
    brand: brandOf(organisation).value,
    wording: loadWording(context.workspace, lang),
  }
  return {
    document: (form) => presentDeviationMatrix(matrix, setting, form),
    sheets: () => deviationMatrixSheets(matrix, setting),
    labels: () => registerLabels(setting),
    data: () => data,
  }
}
