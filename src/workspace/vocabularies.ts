import { LANGUAGES, type Message, type Result } from '../model/index.js'
import { oneRule, parseYaml } from '../read/index.js'
import { compileVocabulary, type Vocabulary, vocabularySchema } from '../schools/index.js'
import { readTemplate } from './assets.js'
import type { Workspace } from './root.js'

/** The words of the field in every language: the workspace's own where it has some. */
export function loadVocabularies(workspace?: Workspace): Result<readonly Vocabulary[]> {
  const messages: Message[] = []
  const value = LANGUAGES.flatMap((lang) => {
    const name = `vocabulary/${lang}.yaml`
    const parsed = parseYaml(readTemplate(workspace, name), vocabularySchema, oneRule('vocabulary/value'), {
      file: `templates/${name}`,
      firstLine: 1,
    })
    messages.push(...parsed.messages)
    return parsed.value ? [compileVocabulary(parsed.value)] : []
  })
  return { value, messages }
}
