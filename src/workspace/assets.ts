import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { once } from '../language/index.js'
import type { Language } from '../model/index.js'
import { createWording, type Wording } from '../present/index.js'
import type { Assets } from '../render/index.js'
import type { Files } from './files.js'
import { home, ours } from './home.js'
import { readText } from './output.js'
import type { Workspace } from './root.js'

/** Whether the templates of a workspace are ours. */
export const isHome = ({ root }: Workspace): boolean => root === home

const missing = (name: string): never => {
  throw new Error(`templates/${name} is not in the package`)
}

/** A file of `templates/`: the workspace's own where it has one, else ours. */
export function readTemplate(workspace: Workspace | undefined, name: string): string {
  const own = workspace && readText(workspace.files, join(workspace.root, 'templates', name))
  return own ?? readText(ours, join(home, 'templates', name)) ?? missing(name)
}

/** A page of `docs/`, which the package carries. */
export const readDoc = (name: string): string => readText(ours, join(home, 'docs', name)) ?? missing(`../docs/${name}`)

/**
 * The words of a language: every `templates/wording/*.<lang>.yaml`, the workspace's own before ours. A file of the workspace is parsed when a
 * key is asked for that stands in it; of ours, which a test holds to be well-formed, the entry of that key alone: no output needs many.
 */
export function loadWording(workspace: Workspace | undefined, lang: Language): Wording {
  const known = wordings.get(workspace ?? ours)?.get(lang)
  if (known) return known
  const made = readWording(workspace, lang)
  wordings.set(workspace ?? ours, new Map([...(wordings.get(workspace ?? ours) ?? []), [lang, made]]))
  return made
}

/** By the workspace of a run: its words are read once. */
const wordings = new WeakMap<object, ReadonlyMap<Language, Wording>>()

function readWording(workspace: Workspace | undefined, lang: Language): Wording {
  // Most have no words of their own: what was found and compiled of ours for the runs before serves them as well.
  if (workspace && !isHome(workspace) && wordingNames(workspace.files, workspace.root, lang).length === 0)
    return loadWording(undefined, lang)
  let files: readonly ((key: string) => string | undefined)[] | undefined
  return createWording((key) => {
    files ??= [
      ...(workspace && !isHome(workspace) ? wordingFiles(workspace.files, workspace.root, lang).map(asTable) : []),
      // Where the workspace is our own package its files are read anew each time, too.
      ...wordingFiles(workspace && isHome(workspace) ? workspace.files : ours, home, lang).map(
        (source) => (wanted: string) => wordingEntry(source, wanted),
      ),
    ]
    for (const find of files) {
      const found = find(key)
      if (found !== undefined) return found
    }
    return undefined
  }, lang)
}

function asTable(source: string): (key: string) => string | undefined {
  const table = once(() => parse(source) as Readonly<Record<string, string>>)
  return (key) => (source.includes(key) && Object.hasOwn(table(), key) ? table()[key] : undefined)
}

/** One entry of a well-formed file of keys and texts, whose further lines are indented. */
export function wordingEntry(source: string, key: string): string | undefined {
  const start = source.startsWith(`${key}:`) ? 0 : source.indexOf(`\n${key}:`) + 1
  if (start === 0 && !source.startsWith(`${key}:`)) return undefined
  const end = source.slice(start).search(/\n(?![ \n])/)
  const entry = end < 0 ? source.slice(start) : source.slice(start, start + end)
  const words = entry.slice(key.length + 2)
  if (PLAIN.test(words)) return words
  return QUOTED.exec(words)?.[2] ?? (parse(entry) as Readonly<Record<string, string>>)[key]
}

// Words on one line that YAML has no other reading of: its parser, which a small command asks nothing else of, is not loaded for them.
const PLAIN = /^(?!.*(?:: | #|:$))(?!(?:true|false|null)$)(?:\p{L}|\d+ \p{L})(?:[^\n]*\S)?$/iu
const QUOTED = /^(['"])([^'"\\\n]*)\1$/

const wordingFolder = (base: string): string => join(base, 'templates', 'wording')

/** The last file first: what it says goes before what another of the same folder says. */
const wordingNames = (files: Files, base: string, lang: Language): string[] =>
  files
    .list(wordingFolder(base))
    .flatMap(({ name, kind }) => (kind === 'file' && name.endsWith(`.${lang}.yaml`) ? [name] : []))
    .reverse()

const wordingFiles = (files: Files, base: string, lang: Language): string[] =>
  wordingNames(files, base, lang).map((name) => readText(files, join(wordingFolder(base), name)) ?? '')

/** What renderers need, as the package brings it: the words of a language, the layout of pages, the default fonts. */
export const packageAssets = (lang: Language): Assets => ({
  wording: loadWording(undefined, lang),
  layout: () => loadLayout(undefined),
  fonts: defaultFonts,
})

/** The families that come with the program, all under the SIL Open Font License 1.1: package, name in its files, weight of the bold face. */
const TYPEFACES = {
  'source-sans': ['source-sans-3', 'SourceSans3', '600SemiBold'],
  'source-serif': ['source-serif-4', 'SourceSerif4', '600SemiBold'],
  inter: ['inter', 'Inter', '600SemiBold'],
  atkinson: ['atkinson-hyperlegible', 'AtkinsonHyperlegible', '700Bold'],
} as const

function fontFile(family: string, name: string, weight: string): Uint8Array {
  const folder = dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${family}/package.json`))
  return readFileSync(join(folder, weight, `${name}_${weight}.ttf`))
}

/** A family that comes with the program, as TrueType files; Source Sans 3 when none is named. */
export function defaultFonts(typeface: keyof typeof TYPEFACES = 'source-sans') {
  const [family, name, bold] = TYPEFACES[typeface]
  const face = (weight: string): Uint8Array => fontFile(family, name, weight)
  return {
    regular: face('400Regular'),
    bold: face(bold),
    italic: face('400Regular_Italic'),
    boldItalic: face(`${bold}_Italic`),
    // Seldom needed: read when it is.
    mono: () => fontFile('source-code-pro', 'SourceCodePro', '400Regular'),
  }
}

/** The texts of the page layout: `templates/page.hbs`, its script and its style sheets, joined in the order of their names. */
export function loadLayout(workspace: Workspace | undefined): { page: string; style: string; script: string } {
  const read = (name: string) => readTemplate(workspace, name)
  const folders = [
    ...ours.list(join(home, 'templates', 'page')),
    ...(workspace ? workspace.files.list(join(workspace.root, 'templates', 'page')) : []),
  ]
  const sheets = folders.flatMap(({ name }) => (name.endsWith('.css') ? [name] : []))
  const style = [...new Set(sheets)].sort().map((sheet) => read(`page/${sheet}`))
  return { page: read('page.hbs'), style: style.join('\n'), script: read('page/page.js') }
}

/** The parts of a page of a site that a workspace may have its own of. */
const SITE_PARTS = ['head', 'navigation', 'footer']

/** The texts of a site's layout: its page, the form that searches, and the style and scripts that all pages share. */
export function loadSiteLayout(workspace: Workspace | undefined): {
  readonly page: string
  readonly parts: Readonly<Record<string, string>>
  readonly search: string
  readonly style: string
  readonly script: string
  readonly searchScript: string
} {
  const read = (name: string) => readTemplate(workspace, name)
  return {
    page: read('site.hbs'),
    parts: Object.fromEntries(SITE_PARTS.map((name) => [name, read(`site/${name}.hbs`)])),
    search: read('site-search.hbs'),
    style: loadSiteStyle(workspace),
    script: read('page/page.js'),
    // Made of the same rules of words as the index, when the program is built.
    searchScript: readText(ours, join(home, 'dist', 'site', 'search.js')) ?? missing('../dist/site/search.js'),
  }
}

/** The style that all pages of a site and of the desk share. */
export const loadSiteStyle = (workspace: Workspace | undefined): string =>
  `${loadLayout(workspace).style}\n${readTemplate(workspace, 'site.css')}`

/** A script of the desk, by the name of its file; undefined where the program has none of that name. */
export const loadDeskScript = (name: string): string | undefined => readText(ours, join(home, 'dist', 'desk', name))

/** What tells this program from another version of it: its manifest, and the names of its parts, which are made of what is in them. */
export const programParts = (): readonly string[] => [
  readText(ours, join(home, 'package.json')) ?? missing('../package.json'),
  ...ours.list(join(home, 'dist', 'chunks')).map(({ name }) => name),
]
