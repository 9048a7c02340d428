import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { Language } from '../model/index.js'
import { createWording, type Wording } from '../present/index.js'
import type { MessageForm } from '../present/receipt/index.js'
import type { Workspace } from './root.js'

/** The folder of our own package: where its templates are. */
const home = ((): string => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'templates'))) return folder
    if (dirname(folder) === folder) throw new Error('The templates folder of Clausule is not there')
  }
})()

/** A file of `templates/`: the workspace's own where it has one, else ours. */
export function readTemplate(workspace: Workspace | undefined, name: string): string {
  const own = workspace && join(workspace.root, 'templates', name)
  return readFileSync(own && existsSync(own) ? own : join(home, 'templates', name), 'utf8')
}

/**
 * The words of a language: every `templates/wording/*.<lang>.yaml`, the workspace's own before ours. A file is parsed when a key is asked
 * for that stands in it: no output needs the words of all.
 */
export function loadWording(workspace: Workspace | undefined, lang: Language): Wording {
  let files: readonly WordingFile[] | undefined
  return createWording((key) => {
    files ??= [...(workspace && workspace.root !== home ? [workspace.root] : []), home].flatMap((base) =>
      wordingFiles(base, lang),
    )
    for (const file of files) {
      if (!file.source.includes(key)) continue
      file.table ??= parse(file.source) as Readonly<Record<string, string>>
      if (Object.hasOwn(file.table, key)) return file.table[key]
    }
    return undefined
  })
}

/** How messages read in another language than that of the tool, English. */
export const loadMessageForms = (workspace: Workspace | undefined, lang: Language): readonly MessageForm[] =>
  lang === 'en' ? [] : (parse(readTemplate(workspace, `findings/${lang}.yaml`)) as readonly MessageForm[])

interface WordingFile {
  readonly source: string
  table?: Readonly<Record<string, string>>
}

/** The last file first: what it says goes before what another of the same folder says. */
function wordingFiles(base: string, lang: Language): WordingFile[] {
  const folder = join(base, 'templates', 'wording')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((file) => file.endsWith(`.${lang}.yaml`))
  return names
    .sort()
    .reverse()
    .map((name) => ({ source: readFileSync(join(folder, name), 'utf8') }))
}

const FAMILY = '@expo-google-fonts/source-sans-3'
const FACES = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  bold: '600SemiBold/SourceSans3_600SemiBold.ttf',
  italic: '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  boldItalic: '600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
} as const

/** The default family, Source Sans 3 (SIL Open Font License 1.1), as TrueType files. */
export function defaultFonts(): Record<keyof typeof FACES, Uint8Array> {
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve(`${FAMILY}/package.json`))
  const face = (name: keyof typeof FACES) => readFileSync(join(folder, FACES[name]))
  return { regular: face('regular'), bold: face('bold'), italic: face('italic'), boldItalic: face('boldItalic') }
}

/** The texts of the page layout: `templates/page.hbs`, its script and its style sheets, joined in the order of their names. */
export function loadLayout(workspace: Workspace | undefined): { page: string; style: string; script: string } {
  const read = (name: string) => readTemplate(workspace, name)
  const sheets = [home, ...(workspace ? [workspace.root] : [])].flatMap((base) => {
    const folder = join(base, 'templates', 'page')
    return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.css')) : []
  })
  const style = [...new Set(sheets)].sort().map((sheet) => read(`page/${sheet}`))
  return { page: read('page.hbs'), style: style.join('\n'), script: read('page/page.js') }
}
