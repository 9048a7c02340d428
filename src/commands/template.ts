import { hashPolicy } from '../decide/index.js'
import { documentDate, extendedBy, hasErrors, type Message } from '../model/index.js'
import type { Report } from '../present/index.js'
import type { TemplateSetting } from '../registers/index.js'
import { render } from '../render/index.js'
import {
  assetsOf,
  type Context,
  chooseFormat,
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
  TABLE_FORMATS,
  UsageError,
} from '../secretariat/index.js'
import type { Edition } from '../tailor/index.js'
import { brandOf, type Loaded, loadOrganisation, loadPolicy, loadWording, type Output, outPath } from '../workspace/index.js'

/** A school's policy and the edition of the template it is pinned to. */
export interface Adapted {
  readonly loaded: Loaded
  readonly template: string
  readonly edition: Edition
}

/** Finds the edition a policy was made of. One that is gone, or has other words than it had, is an error, and no value. */
export function loadAdapted(context: Context, name: string): { readonly value?: Adapted; readonly messages: readonly Message[] } {
  requireWorkspace(context)
  const { value: loaded, messages } = loadPolicy(context.workspace, name, context.cwd)
  if (!loaded || hasErrors(messages)) return { messages }
  const extended = extendedBy(loaded.policy.metadata)
  if (!extended) throw new UsageError({ phrase: 'usage.no-template', values: { name } })
  const { template, version } = extended
  if (version === undefined) throw new UsageError({ phrase: 'usage.unpinned', values: { name, template } })
  const found = adaptedOf(loaded, (name, edition) => loadEdition(context, name, edition))
  return found.value ? { ...found, messages } : found
}

/** A policy with the edition it names and is pinned to, which `editionOf` finds. */
export function adaptedOf(
  loaded: Loaded,
  editionOf: (template: string, version: string) => Edition | undefined,
): { readonly value?: Adapted; readonly messages: readonly Message[] } {
  const { template = '', version = '', hash, name = '' } = extendedBy(loaded.policy.metadata) ?? {}
  const place = { file: loaded.policy.file, line: 1, column: 1 }
  const found = editionOf(template, version)
  if (!found) return { messages: [{ rule: 'extends/missing', severity: 'error', values: { name }, place }] }
  if (hash !== undefined && hash !== found.hash) {
    const values = { name, actual: found.hash, hash }
    return { messages: [{ rule: 'extends/pinned', form: 'changed', severity: 'error', values, place }] }
  }
  return { value: { loaded, template, edition: found }, messages: [] }
}

export function loadEdition({ workspace, cwd }: Context, template: string, version: string): Edition | undefined {
  const policy = loadPolicy(workspace, `${template}@${version}`, cwd).value?.policy
  return policy && { version, hash: hashPolicy(policy), policy }
}

/** The last edition of a template there is. */
export const latestEdition = ({ workspace, cwd }: Context, template: string): string | undefined =>
  loadPolicy(workspace, template, cwd).value?.entry?.releases.at(-1)?.version

/** What the papers about a school and its template say beside what was found. */
export function settingOf(context: Context, { loaded, template }: Adapted, version: string): TemplateSetting {
  const { metadata } = loaded.policy
  const owner = loaded.entry?.organisation ?? metadata.organisation
  const organisation = owner === undefined ? undefined : loadOrganisation(requireWorkspace(context), owner).value
  const lang = readersLanguage(context, metadata.lang)
  const date = documentDate(metadata)
  return {
    title: metadata.title,
    organisation: organisation?.organisation.name ?? owner ?? '',
    template: `${template}@${version}`,
    lang,
    ...(date === undefined ? {} : { date }),
    status: metadata.status,
    brand: brandOf(organisation).value,
    wording: loadWording(context.workspace, lang),
  }
}

export interface PaperOptions {
  /** What `output` ends as, when absent; without either `text`, for the terminal. */
  readonly format?: FormatName
  /** Where it is written. Without, text, Markdown and JSON are printed; others go into `out/`. */
  readonly output?: string
}

/** A report shown on the terminal, or written in the format asked for, beside what else is to be written. */
export async function giveReport<T>(
  context: Context,
  { loaded }: Adapted,
  report: Report,
  {
    data,
    messages,
    kind,
    outputs = [],
  }: {
    readonly data: T
    readonly messages: readonly Message[]
    readonly kind: string
    readonly outputs?: readonly Output[]
  },
  options: PaperOptions,
): Promise<Outcome<T>> {
  const { metadata } = loaded.policy
  const format = chooseFormat(TABLE_FORMATS, options.format, options.output) ?? 'text'
  const assets = assetsOf(context, readersLanguage(context, metadata.lang))
  const lang = metadata.lang
  if (isPrinted(format) && options.output === undefined) {
    const made = await print(report, format, assets)
    const published = publish(context, { outputs: [...outputs], messages: [...messages, ...made.messages] })
    const text: Outcome<T>['text'] = (paint, say) =>
      [made.text(paint), ...(outputs.length > 0 ? ['', published.text(paint, say)] : [])].join('\n')
    return { ...published, lang, data, text }
  }
  const { value: bytes, messages: found } = await render(report, format, assets)
  const owner = loaded.entry?.organisation ?? 'unnamed'
  const file = `${loaded.entry?.policy ?? 'policy'}-${kind}.${endingOf(format)}`
  const path =
    options.output === undefined ? outPath(homeOf(context), owner, file) : outputPath(context, options.output, [loaded.ref])
  return { ...publish(context, { outputs: [...outputs, { path, bytes }], messages: [...messages, ...found] }), lang, data }
}

/** Nothing but messages, in the language of the policy that is named: what was asked of it cannot be made. */
export const refusalOf = ({ workspace, cwd }: Context, name: string, messages: readonly Message[]) => {
  const lang = loadPolicy(workspace, name, cwd).value?.policy.metadata.lang
  return {
    messages,
    ...(lang === undefined ? {} : { lang }),
    data: { schema: 'clausule/messages@1' as const, messages },
    text: () => '',
    written: [],
  }
}
