import { join } from 'node:path'
import { LANGUAGES, type Language } from '../model/index.js'
import { type Context, filesOf, readersLanguage, requireWorkspace, SUBJECTS, UsageError } from '../secretariat/index.js'
import { hashOf, type SiteOrganisation, type SiteSetting } from '../site/index.js'
import {
  brandOf,
  filesBelow,
  type LoadedOrganisation,
  loadOrganisation,
  type loadSiteLayout,
  loadWording,
  type PolicyEntry,
  programParts,
  showPath,
  type Workspace,
} from '../workspace/index.js'

export interface SiteOptions {
  /** The folder of the site; `out/site` when absent. */
  readonly output?: string
  /** Where it will stand on the web: an http address. */
  readonly base?: string
  /** What it is called; the organisation's name when there is one. */
  readonly title?: string
  /** Drafts and proposals too, marked as such. */
  readonly drafts?: boolean
  /** A policy that cannot be shown keeps the site from being made. */
  readonly strict?: boolean
}

/** An organisation as the site shows it, by the folder of its policies, which tells it from others where its name is `shared`. */
export function organisationIn(folder: string, owner: LoadedOrganisation, shared: ReadonlySet<string>): SiteOrganisation {
  const { name, short = name } = owner.organisation
  const apart = (each: string) => (shared.has(each) ? `${each} (${folder})` : each)
  return { folder, name: apart(name), short: apart(short), brand: brandOf(owner).value, details: owner.organisation }
}

/** The organisations that have policies, those without errors, and the names that several of them have. */
export function organisationsOf(workspace: Workspace, entries: readonly PolicyEntry[]) {
  const found = [...new Set(entries.map(({ organisation }) => organisation))].flatMap((folder) => {
    const { value } = loadOrganisation(workspace, folder)
    return value ? [{ folder, value }] : []
  })
  const names = found.flatMap(({ value: { organisation } }) => [
    ...new Set([organisation.name, organisation.short ?? organisation.name]),
  ])
  const shared: ReadonlySet<string> = new Set(names.filter((name, at) => names.indexOf(name) !== at))
  return { owners: found.map(({ folder, value }) => organisationIn(folder, value, shared)), shared }
}

/** What every page is made with. The site speaks the language that was asked for, else the one most of its policies are in. */
export function settingOf(
  context: Context,
  owners: readonly SiteOrganisation[],
  languages: readonly Language[],
  layout: ReturnType<typeof loadSiteLayout>,
  { base, title }: SiteOptions,
): SiteSetting {
  const workspace = requireWorkspace(context)
  const lang = readersLanguage(context, mostOf(languages))
  const wordings = new Map(LANGUAGES.map((each) => [each, loadWording(workspace, each)]))
  const [owner, ...others] = owners
  const alone = owner !== undefined && others.length === 0
  const wording = (of: Language) => wordings.get(of) ?? loadWording(workspace, of)
  return {
    title: title ?? (alone ? owner.name : wording(lang)('site.title')),
    lang,
    wording,
    layout: layout.page,
    parts: layout.parts,
    searchLayout: layout.search,
    brand: alone ? owner.brand : brandOf(undefined).value,
    ...(base === undefined ? {} : { base: baseAddress(base) }),
    today: filesOf(context).today,
  }
}

/** An address to put others behind: http, with a slash at its end. */
function baseAddress(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new UsageError({ phrase: 'usage.base', values: { base } })
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

/** The language most are in; none where two are as many. */
function mostOf(languages: readonly Language[]): Language | undefined {
  const counts = LANGUAGES.map((lang) => ({ lang, count: languages.filter((each) => each === lang).length }))
  const [first, second] = counts.sort((a, b) => b.count - a.count)
  return first && first.count > (second?.count ?? 0) ? first.lang : undefined
}

/** One hash of all that pages are made with beside the texts and its own name: the program, its layouts, and what the workspace has of its own. */
export function settingHash(
  workspace: Workspace,
  layout: ReturnType<typeof loadSiteLayout>,
  { drafts = false, base = '' }: SiteOptions,
  names: ReadonlySet<string>,
): string {
  const own = filesBelow(workspace.files, join(workspace.root, 'templates'))
  return hashOf(
    ...programParts(),
    base,
    String(drafts),
    JSON.stringify(layout),
    JSON.stringify([...names]),
    ...own.flatMap((path) => [showPath(workspace, path), workspace.files.read(path)]),
  )
}

/** The files an organisation's papers are made with. */
export function organisationFiles({ root, files }: Workspace, organisation: string): readonly (string | Uint8Array)[] {
  const folder = join(root, 'policies', organisation)
  return files
    .list(folder)
    .filter(({ name, kind }) => kind === 'file' && !name.endsWith('.md'))
    .flatMap(({ name }) => [name, files.read(join(folder, name))])
}

/** How a subject is called on a page. */
export function subjectName(workspace: Workspace, subject: string, lang: Language): string {
  const known = SUBJECTS.find((each) => each === subject && each !== 'blank')
  if (known !== undefined) return loadWording(workspace, lang)(`site.subject.${known}`)
  const words = subject.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
