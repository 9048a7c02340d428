import { join } from 'node:path'
import files from '../../templates/vocabulary/*.yaml'
import { byLanguage } from '../language/index.js'
import { append, LANGUAGES, type Language, type Message, type Result } from '../model/index.js'
import { oneRule, parseYaml } from '../read/index.js'
import { compileVocabulary, type Vocabulary, type VocabularyData, vocabularySchema } from '../schools/index.js'
import { isHome } from './assets.js'
import { readText } from './output.js'
import type { Workspace } from './root.js'

/** Ours, parsed when the program is built: each takes longer to parse than a few policies to compare. A test holds the files to the schema. */
const OURS = byLanguage<VocabularyData>(files)
/** The words of the field in the languages asked for: the workspace's own where it has some. */
export function loadVocabularies(workspace?: Workspace, langs: readonly Language[] = LANGUAGES): Result<readonly Vocabulary[]> {
  const messages: Message[] = []
  const value = langs.flatMap((lang) => {
    const file = `templates/vocabulary/${lang}.yaml`
    const own = workspace && !isHome(workspace) ? readText(workspace.files, join(workspace.root, file)) : undefined
    if (own === undefined) return [compileVocabulary(OURS[lang])]
    const parsed = parseYaml(own, vocabularySchema, oneRule('vocabulary/value'), { file, firstLine: 1 })
    append(messages, parsed.messages)
    return parsed.value ? [compileVocabulary(parsed.value)] : []
  })
  return { value, messages }
}
